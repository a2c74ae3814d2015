import { logAddExp } from "../../math/log-sum-exp";
import { softplus } from "../../math/sigmoid";

/**
 * A divergence as E_p[A] + E_q[B], from ln p and ln q at a point, and its gradient in the parameters of q as
 * E_p[a ∇ ln q] + E_q[b ∇ ln q]: A, B, a, b are written to `out`.
 */
export interface FitTerm {
  readonly write: (out: Float64Array, logP: number, logQ: number) => void;
  /** Whether E_p and E_q are needed. */
  readonly needs: readonly [p: boolean, q: boolean];
}

/** D(p‖q) */
export const forwardTerm: FitTerm = {
  needs: [true, false],
  write(out, logP, logQ) {
    out[0] = logP - logQ;
    out[2] = -1;
  },
};

/** D(q‖p) */
export const reverseTerm: FitTerm = {
  needs: [false, true],
  write(out, logP, logQ) {
    out[1] = logQ - logP;
    out[3] = logQ - logP;
  },
};

/** ½ D(p‖m) + ½ D(q‖m), m = (p + q)/2: ln(p/m) = ln 2 − ln(1 + q/p). */
export const jensenShannonTerm: FitTerm = {
  needs: [true, true],
  write(out, logP, logQ) {
    out[0] = (Math.LN2 - softplus(logQ - logP)) / 2;
    out[1] = (Math.LN2 - softplus(logP - logQ)) / 2;
    out[3] = out[1];
  },
};

/** Amari's (1 − ∫ pᵃ qᵇ)/(ab), a = (1 − α)/2, b = (1 + α)/2; the limits ±1 are the two relative entropies. */
export function alphaTerm(alpha: number): FitTerm {
  const [a, b] = [(1 - alpha) / 2, (1 + alpha) / 2];
  return {
    needs: [true, true],
    write(out, logP, logQ) {
      const part = Math.exp(a * logP + b * logQ - logAddExp(logP, logQ));
      out[0] = out[1] = (0.5 - part) / (a * b);
      out[2] = out[3] = -part / a;
    },
  };
}
