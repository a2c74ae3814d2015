// Moments of the uniform distribution on [low, high], without the cancellation of differences over a narrow interval.

/** E[ln X] = (h ln h − l ln l)/(h − l) − 1 for 0 ≤ l < h. */
export function meanLogOfUniform(low: number, high: number): number {
  if (low <= 0) return Math.log(high) - 1;
  const r = (high - low) / low;
  // ln h − 1 + ln(1 + r)/r
  return (
    Math.log(high) + (r < 1e-4 ? -r / 2 + (r * r) / 3 - (r * r * r) / 4 : Math.log1p(r) / r - 1)
  );
}

/** E[e^(tX)] = e^(t·mean) sinh(z)/z with z = t (h − l)/2. */
export function exponentialMomentOfUniform(low: number, high: number, t: number): number {
  const z = (t * (high - low)) / 2;
  const factor = Math.abs(z) < 1e-4 ? 1 + (z * z) / 6 : Math.sinh(z) / z;
  return Math.exp((t * (low + high)) / 2) * factor;
}

/** E[X^k] = (h^(k+1) − l^(k+1))/((k + 1)(h − l)) for 0 ≤ l < h. */
export function powerMomentOfUniform(low: number, high: number, k: number): number {
  if (low === 0) return high ** k / (k + 1);
  if (k === -1) return Math.log1p((high - low) / low) / (high - low);
  const growth = Math.expm1((k + 1) * Math.log1p((high - low) / low));
  return (low ** (k + 1) * growth) / ((k + 1) * (high - low));
}
