/** The Chernoff λ-coefficient Σ p^λ q^(1−λ) of a pair, as what measures make of it. */
export interface AffinityParts {
  /** (Σ p^λ q^(1−λ) − 1)/(λ(λ − 1)) ≥ 0; the relative entropies at λ = 1 and 0. */
  power(order: number, complement?: number): number;
  /** −ln Σ p^λ q^(1−λ), for 0 ≤ λ ≤ 1: ≥ 0. At the ends, of the mass on the common support. */
  minusLog(order: number): number;
  /** ln(Σ p^λ q^(1−λ))/(λ − 1) for λ > 0, λ ≠ 1. */
  renyi(order: number): number;
}
