/** What the von Mises distribution asks of the modified Bessel functions at κ ≥ 0. */
export interface BesselRatio {
  /** ln(e^(−κ) I₀(κ)). */
  readonly logScaledI0: number;
  /** A = I₁(κ)/I₀(κ), the mean resultant length. */
  readonly ratio: number;
  /** 1 − A, to full relative accuracy. */
  readonly rest: number;
}

/** From here on the asymptotic series are exact to rounding (their least term is about e^(−2κ)). */
export const asymptoticFrom = 20;

/**
 * I₀ and I₁/I₀ at κ ≥ 0, to about 1e-15: the power series below 20, the asymptotic one above.
 *
 * @example
 * besselRatio(2).ratio; // 0.6977746579640079
 *
 * Source: NIST Digital Library of Mathematical Functions, 10.25.2 and 10.40.1.
 */
export function besselRatio(kappa: number): BesselRatio {
  return kappa < asymptoticFrom ? powerSeries(kappa) : asymptotic(kappa);
}

function powerSeries(kappa: number): BesselRatio {
  const z = (kappa * kappa) / 4;
  let term = 1; // zⁿ/n!²
  let excess = 0; // I₀ − 1
  let i1 = 1; // I₁/(κ/2)
  for (let n = 1; term > excess * 1e-18; n++) {
    term *= z / (n * n);
    excess += term;
    i1 += term / (n + 1);
  }
  const ratio = ((kappa / 2) * i1) / (1 + excess);
  return { logScaledI0: Math.log1p(excess) - kappa, ratio, rest: 1 - ratio };
}

function asymptotic(kappa: number): BesselRatio {
  let [term0, term1] = [1, 1];
  let [sum0, difference] = [1, 0];
  for (let n = 1; n < 60; n++) {
    const odd = (2 * n - 1) ** 2;
    const next0 = (term0 * odd) / (8 * n * kappa);
    // Of the two sums the difference is by far the smaller; its first term is always wanted.
    if (n > 1 && (next0 < 1e-18 * difference || next0 > term0)) break;
    term0 = next0;
    term1 *= (odd - 4) / (8 * n * kappa);
    sum0 += term0;
    difference += term0 - term1;
  }
  const rest = difference / sum0;
  const logScaledI0 = Math.log(sum0) - Math.log(2 * Math.PI * kappa) / 2;
  return { logScaledI0, ratio: 1 - rest, rest };
}
