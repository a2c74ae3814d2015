export function bundleDoor(out: string, door: string): void;
