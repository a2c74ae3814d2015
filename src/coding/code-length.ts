import {
  checkSameLength,
  type MeasureOptions,
  type Pmf,
  pmfOnly,
  shown,
} from "../divergences/vectors/pmf";
import { weights } from "../divergences/vectors/weights";
import { CompensatedSum } from "../math/compensated-sum";
import { checkOptions } from "../words/check-options";
import { shapeError, valueError } from "../words/errors";
import type { PrefixCode } from "./prefix-code";

/**
 * Σ pᵢ ℓᵢ, the mean length in bits of a code's words for data from p. Less H(p), it is what the code wastes.
 *
 * @param p what the data follow: probabilities of the code's outcomes
 * @param code made by `huffmanCode` or `shannonCode`, perhaps for another law
 * @param options `normalize`
 * @returns ≥ H(p) in bits; Infinity where p > 0 has no word
 * @throws TypeError if code is none or of another length; RangeError or TypeError as `entropy`
 *
 * @example
 * codeLength([0.6, 0.4], huffmanCode([0.9, 0.1])); // 1
 * codeLength([0.5, 0.5], shannonCode([0.9, 0.1])); // 2.5
 *
 * Source: T. M. Cover and J. A. Thomas, Elements of Information Theory, 2nd ed. (2006), theorem 5.4.3.
 */
export function codeLength(
  p: Pmf,
  code: Pick<PrefixCode, "lengths">,
  options: MeasureOptions = {},
): number {
  checkOptions("codeLength", options, ["normalize"]);
  const { values, total } = weights("codeLength", "p", p, options.normalize, pmfOnly);
  if (!Array.isArray(code?.lengths)) {
    throw shapeError(
      "codeLength",
      "code 应由 huffmanCode 或 shannonCode 得到",
      "code must come from huffmanCode or shannonCode",
    );
  }
  checkSameLength("codeLength", p, code.lengths, ["p", "code.lengths"]);
  for (let i = 0; i < code.lengths.length; i++) checkLength(code.lengths[i], i);
  const sum = new CompensatedSum();
  for (let i = 0; i < values.length; i++) {
    if (values[i] > 0) sum.add((values[i] / total.high) * code.lengths[i]);
  }
  return sum.total;
}

function checkLength(length: unknown, index: number): void {
  if (typeof length === "number" && length >= 0) return;
  const report = typeof length === "number" ? valueError : shapeError;
  const given = typeof length === "number" ? String(length) : shown(length);
  throw report(
    "codeLength",
    `code.lengths[${index}] 是 ${given}，长度应为 ≥ 0 的数`,
    `code.lengths[${index}] is ${given}; a length is a number ≥ 0`,
  );
}
