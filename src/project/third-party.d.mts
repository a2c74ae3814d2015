export interface ThirdParty {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly isBundled: boolean;
  readonly texts: readonly string[];
}
export function thirdParty(): Promise<ThirdParty[]>;
export function writeThirdParty(out: string): Promise<void>;
