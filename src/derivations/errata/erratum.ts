import { shortNumber } from "../../words/number-text";
import type { DerivationParts } from "../derivation";

/** Numbers that show an erratum, and a sentence about them. */
export interface Demonstration {
  readonly values: Readonly<Record<string, number>>;
  readonly text: string;
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
  /** The article's version as a chain that `check` rejects. */
  readonly wrong?: DerivationParts;
  /** The corrected chain, which `check` accepts. */
  readonly right?: DerivationParts;
}

/** A number for a sentence. */
export const short = (value: number, digits = 4): string => shortNumber(value, digits);
