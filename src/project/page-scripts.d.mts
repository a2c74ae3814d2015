export function writePageScripts(): Promise<string[]>;
export function stalePageScripts(): Promise<string[]>;
