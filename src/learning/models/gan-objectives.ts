import type { GeneratorName } from "../../divergences/generators";
import { lambertWOfExp } from "../../math/lambert-w-of-exp";
import { add, divide, multiply, negative, share, subtract } from "../autodiff/arithmetic";
import { unary } from "../autodiff/elementwise";
import { softplus } from "../operations/activations";
import { maximum } from "../operations/choices";
import { exp, expm1, square, tanh } from "../operations/elementwise-functions";
import type { Tensor } from "../tensors/tensor";

/** An f-GAN's parts as operations on the output v of the discriminator's last layer. */
export interface GanObjective {
  /** T = the activation of v. */
  readonly output: (v: Tensor) => Tensor;
  /** f*(T). */
  readonly conjugate: (v: Tensor) => Tensor;
}

/** u with f′(u) = t for Jeffreys' f: u = 1/W(e^(1−t)), which is the slope of f*. */
const jeffreysRatio = unary({
  name: "jeffreysRatio",
  loop: (out, t) => {
    for (let i = 0; i < t.length; i++) out[i] = 1 / lambertWOfExp(1 - t[i]);
  },
  slope: (g, _, u) => multiply(g, share(square(u), add(u, 1))),
});

const jeffreysConjugate = unary({
  name: "jeffreysConjugate",
  loop: (out, t) => {
    for (let i = 0; i < t.length; i++) {
      const w = lambertWOfExp(1 - t[i]);
      out[i] = w + 1 / w + t[i] - 2;
    }
  },
  slope: (g, t) => multiply(g, jeffreysRatio(t)),
});

const halfTanh = (v: Tensor): Tensor => multiply(0.5, tanh(v));
const oneMinusExp = (v: Tensor): Tensor => negative(expm1(negative(v)));

/** Activation and conjugate of each row of klab's `generators`, put together so that nothing overflows between them. */
export const ganObjectives: Readonly<Record<GeneratorName, GanObjective>> = {
  kl: { output: (v) => v, conjugate: (v) => exp(subtract(v, 1)) },
  reverseKl: { output: (v) => negative(exp(negative(v))), conjugate: (v) => subtract(v, 1) },
  jeffreys: { output: (v) => v, conjugate: jeffreysConjugate },
  jensenShannon: {
    output: (v) => divide(subtract(Math.LN2, softplus(negative(v))), 2),
    conjugate: (v) => divide(subtract(softplus(v), Math.LN2), 2),
  },
  totalVariation: { output: halfTanh, conjugate: halfTanh },
  squaredHellinger: {
    output: (v) => divide(oneMinusExp(v), 2),
    conjugate: (v) => divide(expm1(v), 2),
  },
  chiSquared: {
    output: (v) => v,
    conjugate: (v) => subtract(square(add(divide(maximum(v, -2), 2), 1)), 1),
  },
  neymanChiSquared: {
    output: oneMinusExp,
    conjugate: (v) => multiply(2, oneMinusExp(divide(v, 2))),
  },
  gan: { output: (v) => negative(softplus(negative(v))), conjugate: softplus },
};
