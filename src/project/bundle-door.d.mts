export function bundleDoor(out: string, door: string, reexporting?: readonly string[]): void;
