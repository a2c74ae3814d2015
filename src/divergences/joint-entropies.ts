import { CompensatedSum } from "../math/compensated-sum";
import { productError } from "../math/double-double";
import { relativeEntropyTerm } from "../math/relative-entropy-term";
import { checkChoice, checkOptions, unitOptions } from "../words/check-options";
import { natsPerUnit } from "../words/units";
import { checkedJoint, type JointTable } from "./vectors/joint-table";
import type { UnitOptions } from "./vectors/pmf";
import { meanSurprisal, surprisals } from "./vectors/surprisals";

/**
 * H(X, Y) = −Σ p(x, y) ln p(x, y), the entropy of pairs.
 *
 * @param joint probabilities p(x, y), a row for each x; all entries together sum to 1
 * @param options `base` (default e: nats), `normalize`
 * @returns in [0, ln of the number of entries]
 * @throws RangeError for an entry or the sum out of range, TypeError for rows of unequal length or no table
 *
 * @example
 * jointEntropy([[0.25, 0.25], [0.5, 0]], { base: 2 }); // 1.5
 *
 * Source: T. M. Cover and J. A. Thomas, Elements of Information Theory, 2nd ed. (2006), section 2.2.
 */
export function jointEntropy(joint: JointTable, options: UnitOptions = {}): number {
  checkOptions("jointEntropy", options, unitOptions);
  const unit = natsPerUnit("jointEntropy", options.base);
  const { rows } = checkedJoint("jointEntropy", joint, options.normalize);
  const flat = Array.from(rows, (row) => Array.from(row)).flat();
  return meanSurprise("jointEntropy", flat) / unit;
}

/** Options of `conditionalEntropy`. */
export interface ConditionalEntropyOptions extends UnitOptions {
  /** What is known: the row x (default), giving H(Y | X), or the column y, giving H(X | Y). */
  readonly given?: "rows" | "columns";
}

/**
 * H(Y | X) = H(X, Y) − H(X), what remains unknown of the column y when the row x is known.
 *
 * @param joint probabilities p(x, y), a row for each x; all entries together sum to 1
 * @param options `given` ("rows", or "columns" for H(X | Y)), `base` (default e: nats), `normalize`
 * @returns in [0, H(Y)]
 * @throws as `jointEntropy`
 *
 * @example
 * conditionalEntropy([[0.25, 0.25], [0.5, 0]], { base: 2 }); // 0.5
 *
 * Source: T. M. Cover and J. A. Thomas, Elements of Information Theory, 2nd ed. (2006), section 2.2.
 */
export function conditionalEntropy(
  joint: JointTable,
  options: ConditionalEntropyOptions = {},
): number {
  checkOptions("conditionalEntropy", options, ["given", ...unitOptions]);
  const unit = natsPerUnit("conditionalEntropy", options.base);
  const { rows, rowSums, columnSums, total } = checkedJoint(
    "conditionalEntropy",
    joint,
    options.normalize,
  );
  if (options.given !== undefined) {
    checkChoice("conditionalEntropy", "given", options.given, ["rows", "columns"]);
  }
  const byRow = options.given !== "columns";
  const known = byRow ? rowSums : columnSums;
  const sum = new CompensatedSum();
  for (const [i, { high }] of known.entries()) {
    if (high === 0) continue;
    const slice = byRow ? rows[i] : Array.from(rows, (row) => row[i]);
    sum.add((high / total) * meanSurprise("conditionalEntropy", slice));
  }
  return sum.total / unit;
}

/**
 * I(X; Y) = D(p(x, y) ‖ p(x) p(y)), what X tells of Y and Y of X.
 *
 * @param joint probabilities p(x, y), a row for each x; all entries together sum to 1
 * @param options `base` (default e: nats), `normalize`
 * @returns in [0, min(H(X), H(Y))]; 0 exactly for independence that doubles can hold
 * @throws as `jointEntropy`
 *
 * @example
 * mutualInformation([[0.5, 0], [0, 0.5]], { base: 2 }); // 1
 *
 * Source: T. M. Cover and J. A. Thomas, Elements of Information Theory, 2nd ed. (2006), section 2.3.
 */
export function mutualInformation(joint: JointTable, options: UnitOptions = {}): number {
  checkOptions("mutualInformation", options, unitOptions);
  const unit = natsPerUnit("mutualInformation", options.base);
  const { rows, rowSums, columnSums, total, totalRest } = checkedJoint(
    "mutualInformation",
    joint,
    options.normalize,
  );
  const sum = new CompensatedSum();
  for (const [x, r] of rowSums.entries()) {
    for (const [y, c] of columnSums.entries()) {
      // p(x, y)·Z against p(x)·p(y)·Z², with the difference from exact products.
      const together = rows[x][y] * total;
      const apart = r.high * c.high;
      const low = r.high * c.low + r.low * c.high - rows[x][y] * totalRest;
      const rounding =
        productError(rows[x][y], total, together) - productError(r.high, c.high, apart) - low;
      sum.add(relativeEntropyTerm(together, apart, together - apart + rounding));
    }
  }
  return sum.total / (total * total) / unit;
}

function meanSurprise(caller: string, v: ArrayLike<number>): number {
  return meanSurprisal(surprisals(caller, "joint", v, true));
}
