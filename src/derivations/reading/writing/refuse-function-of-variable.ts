import { isFunctionOfVariable } from "../block/is-function-of-variable";
import { UnreadError } from "../reading-note";
import type { ApplyNode } from "../tex-node";
import type { Writing } from "./writing";

/**
 * H(f(X)), I(X; f(Y)) and h(aX): the law of f(X) has no name in the language.
 *
 * @throws UnreadError for them
 */
export function refuseFunctionOfVariable(node: ApplyNode, { scope }: Writing): void {
  const { fn, values, given, at } = node;
  const isEntropy =
    /^(H|I|Ent)$/.test(fn.base) || (fn.base === "h" && !fn.sub && scope.variable === undefined);
  if (!isEntropy || ![...values, ...given].some(isFunctionOfVariable)) return;
  throw new UnreadError(
    at,
    "随机变量的函数的熵（与互信息）还读不懂：给这个函数的值另起一个字母",
    "the entropy (and information) of a function of a random variable is not read yet: give the function's value a letter of its own",
  );
}
