export function familiesWithFacts(src: string): string[];
export function knownInstead(families: ReadonlySet<string>, file: string, target: string): string;
export function writeKnownFamilies(folder: string, families: Iterable<string>): void;
