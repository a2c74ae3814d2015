import { valueError } from "../words/errors";

// Beyond this a power overflows before what it is multiplied by is seen to vanish.
const farOut = 1e30;

/** A density that the author gave; what it answers is checked whenever it is asked. */
export function checkedDensity(f: (x: number) => number): (x: number) => number {
  return (x) => {
    const value = f(x);
    if (value >= 0) return value;
    // x² e^−x far out is ∞·0: it has faded there.
    if (Number.isNaN(value) && Math.abs(x) > farOut) return 0;
    throw valueError(
      "density",
      `f(${x}) 是 ${value}，密度应 ≥ 0；给的若是 ln f，请写 log: true`,
      `f(${x}) is ${value}; a density is ≥ 0; if f gives its logarithm, set log: true`,
    );
  };
}

/** As `checkedDensity`, for its logarithm. */
export function checkedLogDensity(f: (x: number) => number): (x: number) => number {
  return (x) => {
    const value = f(x);
    if (typeof value === "number" && !Number.isNaN(value)) return value;
    throw valueError(
      "density",
      `f(${x}) 是 ${value}，log: true 时 f 应给出密度的对数`,
      `f(${x}) is ${value}; with log: true f must give the logarithm of a density`,
    );
  };
}
