import { backward } from "./autodiff/backward";
import type { Differentiable } from "./autodiff/grad";
import { recorded, variableOf, withoutRecord } from "./autodiff/recorded";
import { stack } from "./operations/concatenate";
import { reshape } from "./operations/reshape";
import { asTensor } from "./tensors/as-tensor";
import { checkFunction, checkNumber } from "./tensors/check-differentiable";
import { Tape } from "./tensors/tape";
import type { Tensor } from "./tensors/tensor";

/**
 * The matrix of second derivatives Hᵢⱼ = ∂²f/∂xᵢ∂xⱼ of f in its first argument, a tensor of n entries in order: n × n.
 *
 * f is run once, and its gradient walked back n times.
 *
 * @param f gives a number: a tensor of shape []
 * @throws TypeError if f gives anything else
 *
 * @example
 * hessian((x) => multiply(take(x, 0), take(x, 1)))(tensor([3, 4])).toArray(); // [[0, 1], [1, 0]]
 *
 * Source: A. G. Baydin et al., Automatic differentiation in machine learning: a survey (2018), section 3.2.
 */
export function hessian<R extends unknown[]>(
  f: Differentiable<Tensor, R>,
): (x: Tensor, ...rest: R) => Tensor {
  checkFunction("hessian", f);
  return (x, ...rest) => {
    const tape = new Tape();
    try {
      const variable = variableOf(asTensor("hessian", "x", x), tape);
      const value = checkNumber("hessian", f(variable, ...rest));
      const { gradients, isNested } = backward(value, [variable], { again: true });
      const [gradient] = gradients;
      const rows = Array.from(variable.data, (_, i) => {
        const unit = new Float64Array(variable.data.length);
        unit[i] = 1;
        const g = recorded(unit, variable.shape, [], []);
        const [row] = backward(gradient, [variable], { g, again: isNested }).gradients;
        return reshape(isNested ? row : withoutRecord(row), [-1]);
      });
      return stack(rows);
    } finally {
      tape.end();
    }
  };
}
