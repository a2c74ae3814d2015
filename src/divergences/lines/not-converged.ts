import type { Distribution } from "../../distributions/distribution";
import { valueError } from "../../words/errors";
import type { PairIntegral } from "./pair-integral";

/** The error for a sum or integral over p and q that is not known well enough to be answered. */
export function notConverged(
  caller: string,
  p: Distribution,
  q: Distribution,
  { value, error, guessed }: Pick<PairIntegral, "value" | "error" | "guessed">,
): RangeError {
  if (guessed > 0) {
    return valueError(
      caller,
      `${p} 与 ${q} 之中，有一个以函数给出的密度小到双精度以下，而那里的值仍起作用；请给出它的对数：density(f, { log: true, … })`,
      `of ${p} and ${q} a density given as a function falls below the doubles where it still matters; give its logarithm: density(f, { log: true, … })`,
    );
  }
  if (p.kind === "discrete" && error === Number.POSITIVE_INFINITY) {
    return valueError(
      caller,
      `${p} 与 ${q} 散布在太多的整数上，逐个相加太多；可用样本估计（monteCarloKl）`,
      `${p} and ${q} spread over too many integers to add them one by one; estimate from samples (monteCarloKl)`,
    );
  }
  const off = error.toExponential(0);
  return valueError(
    caller,
    `${p} 与 ${q} 的积分不收敛：得到 ${value}，可能差 ${off}；可用样本估计（monteCarloKl 或 estimateKl）`,
    `the integral for ${p} and ${q} does not converge: ${value} was reached, which may be off by ${off}; estimate from samples (monteCarloKl or estimateKl)`,
  );
}
