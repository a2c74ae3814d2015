export function compileKernel(): Promise<Uint8Array>;
export function asSource(bytes: Uint8Array): string;
