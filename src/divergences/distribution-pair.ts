import { type Distribution, isDistribution } from "../distributions/distribution";
import { shapeError } from "../words/errors";
import { isPlainVector } from "./vectors/pmf";

/**
 * p and q where both are distributions, undefined where neither is.
 *
 * @throws TypeError where only one is
 */
export function distributionPair(
  caller: string,
  p: unknown,
  q: unknown,
  names?: readonly [string, string],
): { readonly p: Distribution; readonly q: Distribution } | undefined {
  // The usual case apart, so that it costs a call of the least.
  return isPlainVector(p) && isPlainVector(q) ? undefined : pairOfOthers(caller, p, q, names);
}

function pairOfOthers(
  caller: string,
  p: unknown,
  q: unknown,
  names: readonly [string, string] = ["p", "q"],
): { readonly p: Distribution; readonly q: Distribution } | undefined {
  const [first, second] = [isDistribution(p), isDistribution(q)];
  if (first !== second) {
    const [other, name] = first ? names : [names[1], names[0]];
    throw shapeError(
      caller,
      `${other} 是分布而 ${name} 不是；两者须同为数组或同为分布，数组可写成 categorical(${name})`,
      `${other} is a distribution but ${name} is not; give two arrays or two distributions, for example categorical(${name})`,
    );
  }
  // Callers that integrate refuse several dimensions themselves, by `dimension`.
  return first ? { p: p as Distribution, q: q as Distribution } : undefined;
}
