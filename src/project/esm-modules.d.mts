export function withImports(text: string): string;
export function writeEsmModules(out: string, doors: readonly string[]): Promise<void>;
