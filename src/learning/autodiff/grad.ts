import { checkFunction, checkNumber } from "../tensors/check-differentiable";
import { leavesOf, type Parameters, withLeaves } from "../tensors/leaves";
import { Tape } from "../tensors/tape";
import type { Tensor } from "../tensors/tensor";
import { backward } from "./backward";
import { variableOf } from "./recorded";

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
export function grad<P extends Parameters = Tensor, R extends unknown[] = []>(
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
export function valueAndGrad<P extends Parameters = Tensor, R extends unknown[] = []>(
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
  const tape = new Tape();
  try {
    const variables = leavesOf(caller, x).map((each) => variableOf(each, tape));
    const value = checkNumber(caller, f(withLeaves(x, variables), ...rest));
    return { value, gradient: withLeaves(x, backward(value, variables).gradients) };
  } finally {
    tape.end(); // let go of all that was made, also of what a caller has kept
  }
}
