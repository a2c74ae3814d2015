import type { CountMeasure } from "./count-measures";
import { Estimate, type EstimateParts } from "./estimate";
import type { Label } from "./label-counts";

/** Why a value is ∞: a cell that one sample has and the other has not. */
export interface CountWitness {
  readonly label: Label;
  /** How often it occurs in p and in q. */
  readonly p: number;
  readonly q: number;
  readonly text: string;
}

/** What an estimate from counts is made of. */
export interface CountEstimateParts extends EstimateParts {
  readonly measure: CountMeasure;
  /** Samples of p, samples of q, and cells that either has. */
  readonly n: number;
  readonly m: number;
  readonly cells: number;
  /** The measure of the frequencies as they are, which sampling makes too large: what other tools show. */
  readonly plugIn: number;
  /** The mean of `plugIn` if p = q. */
  readonly expectedWithoutDrift: number;
  /** How likely samples of one law differ as much. */
  readonly pValue: number;
  /** Where the value is ∞. */
  readonly witness?: CountWitness;
  /** What was added to the counts, in words; undefined where nothing was. */
  readonly smoothing?: string;
}

/** A divergence estimated from counts; made by `estimateFromCounts`. */
export interface CountEstimate extends CountEstimateParts {
  readonly notes: Estimate["notes"];
}

/** A divergence estimated from counts; made by `estimateFromCounts`. */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: the constructor assigns every member of CountEstimateParts
export class CountEstimate extends Estimate {
  constructor(parts: CountEstimateParts) {
    super(parts);
    Object.assign(this, parts);
  }

  /** As of an estimate; then what the witness, the smoothing and the test say. */
  override toString(): string {
    const { expectedWithoutDrift, plugIn, pValue, witness, smoothing } = this;
    const digits = (x: number): string =>
      Number.isFinite(x) ? String(Number(x.toPrecision(3))) : "∞";
    const lines = [
      super.toString(),
      `plug-in ${digits(plugIn)}; p = q: ${digits(expectedWithoutDrift)}; P = ${digits(pValue)}`,
    ];
    if (witness) lines.push(witness.text);
    if (smoothing) lines.push(smoothing);
    return lines.join("\n");
  }
}
