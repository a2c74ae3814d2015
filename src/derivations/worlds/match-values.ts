import type { ValueAt } from "./values-in-worlds";

/** How values follow from those of a known quantity: factor times it, plus a constant. */
export interface Match {
  readonly factor: Factor;
  readonly constant: number;
}

interface Factor {
  readonly value: number;
  /** As it is written before the quantity. */
  readonly text: string;
}

const factors: readonly Factor[] = [
  { value: 1, text: "" },
  { value: -1, text: "-" },
  { value: 2, text: "2*" },
  { value: -2, text: "-2*" },
  { value: 0.5, text: "1/2*" },
  { value: -0.5, text: "-1/2*" },
  { value: 1 / Math.LN2, text: "1/log(2)*" },
  { value: -1 / Math.LN2, text: "-1/log(2)*" },
];

/** The simplest way in which all values follow from those of the other quantity; undefined where there is none. */
export function matchValues(own: readonly ValueAt[], known: readonly ValueAt[]): Match | undefined {
  if (own.length !== known.length) return undefined;
  let shifted: Match | undefined;
  for (const factor of factors) {
    const gaps: number[] = [];
    let allowed = 0;
    const fits = own.every(({ value, noise }, i) => {
      const other = factor.value * known[i].value;
      if (value === other && !Number.isFinite(value)) return true;
      const gap = value - other;
      if (!Number.isFinite(gap)) return false;
      gaps.push(gap);
      const scale = Math.max(1, Math.abs(value), Math.abs(other));
      allowed = Math.max(allowed, noise + 2 * known[i].noise + 1e-9 * scale);
      return true;
    });
    if (!fits || gaps.length < 2 || allowed > 1e-5) continue;
    const [low, high] = [Math.min(...gaps), Math.max(...gaps)];
    if (Math.max(-low, high) <= allowed) return { factor, constant: 0 };
    if (high - low <= allowed) shifted ??= { factor, constant: (low + high) / 2 };
  }
  return shifted;
}
