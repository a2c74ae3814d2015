export function matchingSources(names: readonly string[]): RegExp;
