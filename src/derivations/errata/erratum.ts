import { shortNumber } from "../../words/number-text";
import type { DerivationParts } from "../derivation";

/** Numbers that show an erratum, and a sentence about them. */
export interface Demonstration {
  readonly values: Readonly<Record<string, number>>;
  readonly text: string;
}

/** A formula of the article as the machine read it. */
export interface PrintedChain {
  readonly chain: DerivationParts;
  /** What had to be repaired or supposed. */
  readonly notes: readonly string[];
}

/** A place where the article is wrong, loose, silent or misprinted. */
export interface Erratum {
  readonly id: string;
  /** The article's section: "S2.3". */
  readonly at: string;
  readonly kind: "wrong" | "loose" | "omitted" | "print";
  /** What the article says, in our words. */
  readonly says: string;
  /** What is right. */
  readonly correct: string;
  /** Computes the demonstration; undefined where a misprint leaves nothing to compute. */
  readonly show?: () => Demonstration;
  /** The formula of the article that this is about, as it stands there, for `readTex`; none where it has only words. */
  readonly article?: string;
  /** That formula, read into a chain. */
  readonly printed?: () => PrintedChain;
  /** What its words come to, in a formula of ours that `check` rejects: no line of the article. */
  readonly wrong?: DerivationParts;
  /** The corrected chain, which `check` accepts. */
  readonly right?: DerivationParts;
}

/** A number for a sentence. */
export const short = (value: number, digits = 4): string => shortNumber(value, digits);
