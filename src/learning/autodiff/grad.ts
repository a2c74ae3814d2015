import { shapeError } from "../../words/errors";
import { backward } from "./backward";
import { leavesOf, type Parameters, withLeaves } from "./leaves";
import { variableOf } from "./recorded";
import { isTensor, shapeText, type Tensor } from "./tensor";

/**
 * A function whose derivative is asked for: of parameters, and of what else it needs, to a number (a tensor of shape []).
 */
export type Differentiable<P extends Parameters, R extends unknown[]> = (
  x: P,
  ...rest: R
) => Tensor;

/**
 * The gradient of f in its first argument: ∇f = ∂f/∂x, of the same shape, or the same record or array of tensors.
 *
 * It can be differentiated again, and f may use gradients itself.
 *
 * @param f gives a number: a tensor of shape [], as from `sum` or `mean`
 * @returns a function of the arguments of f
 * @throws TypeError if f gives anything else
 *
 * @example
 * grad((x) => sum(square(x)))(tensor([1, 2])).data; // Float64Array.of(2, 4)
 * grad(grad((x) => power(x, 3)))(tensor(2)).item(); // 12
 *
 * Source: A. G. Baydin et al., Automatic differentiation in machine learning: a survey (2018), section 3.2.
 */
export function grad<P extends Parameters, R extends unknown[]>(
  f: Differentiable<P, R>,
): (x: P, ...rest: R) => P {
  checkFunction("grad", f);
  return (x, ...rest) => derived("grad", f, x, rest).gradient;
}

/** A value and its gradient. */
export interface ValueAndGradient<P> {
  readonly value: Tensor;
  readonly gradient: P;
}

/**
 * As `grad`, with the value f(x), found on the way: `{ value, gradient }`, gradient = ∂f/∂x.
 *
 * @param f gives a number: a tensor of shape []
 * @throws TypeError if f gives anything else
 *
 * @example
 * valueAndGrad((x) => exp(x))(tensor(0)).value.item(); // 1
 *
 * Source: A. G. Baydin et al., Automatic differentiation in machine learning: a survey (2018), section 3.2.
 */
export function valueAndGrad<P extends Parameters, R extends unknown[]>(
  f: Differentiable<P, R>,
): (x: P, ...rest: R) => ValueAndGradient<P> {
  checkFunction("valueAndGrad", f);
  return (x, ...rest) => derived("valueAndGrad", f, x, rest);
}

function derived<P extends Parameters, R extends unknown[]>(
  caller: string,
  f: Differentiable<P, R>,
  x: P,
  rest: R,
): ValueAndGradient<P> {
  const variables = leavesOf(caller, x).map(variableOf);
  const value = checkNumber(caller, f(withLeaves(x, variables), ...rest));
  const { gradients, made, isNested } = backward(value, variables);
  // Nobody differentiates what was made once more: let go of it, also of what a caller has kept.
  if (!isNested) for (const each of made) each.forget();
  return { value, gradient: withLeaves(x, gradients) };
}

export function checkFunction(caller: string, f: unknown): void {
  if (typeof f === "function") return;
  const given = f === null ? "null" : typeof f;
  throw shapeError(
    caller,
    `f 应为函数，例如 (x) => sum(square(x))，给的是 ${given}`,
    `f must be a function, for example (x) => sum(square(x)), got ${given}`,
  );
}

/** The number that f gave, as a tensor of shape []. */
export function checkNumber(caller: string, value: unknown): Tensor {
  if (isTensor(value) && value.shape.length === 0) return value;
  if (isTensor(value)) {
    const shape = shapeText(value.shape);
    throw shapeError(
      caller,
      `f 给出形状为 ${shape} 的 tensor，应给出一个数；请用 sum 或 mean`,
      `f gives a tensor of shape ${shape} and must give a number; take its sum or mean`,
    );
  }
  const given = value instanceof Promise ? "Promise" : value === null ? "null" : typeof value;
  throw shapeError(
    caller,
    `f 给出 ${given}，应给出形状为 [] 的 tensor；请用 klab/learn 的运算，不用 Math 与 .item()`,
    `f gives ${given} and must give a tensor of shape []; use operations of klab/learn, not Math or .item()`,
  );
}
