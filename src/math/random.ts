import { checkArgument } from "../words/check-argument";
import { valueError } from "../words/errors";

/** A source of randomness: each call gives a number in [0, 1). */
export type Prng = () => number;

/**
 * A pseudo-random generator that gives the same numbers for the same seed on every machine.
 *
 * sfc32, 53 bits a number, seeded by splitmix32; period about 2^127; not for cryptography.
 *
 * @param seed an integer, any sign, |seed| ≤ 2^53
 * @returns a function that gives the next number in [0, 1)
 * @throws RangeError if `seed` is not such an integer
 *
 * @example
 * seeded(1)() === seeded(1)(); // true
 *
 * Source: C. Doty-Humphrey, PractRand (sfc); G. L. Steele et al., Fast splittable pseudorandom number generators (2014).
 */
export function seeded(seed: number): Prng {
  checkArgument("seeded", "seed", seed, "number");
  if (!Number.isSafeInteger(seed)) {
    throw valueError(
      "seeded",
      `seed 是 ${seed}，应为整数，例如 0`,
      `seed is ${seed}; give an integer, for example 0`,
    );
  }
  let state = seed | 0;
  const mix = (): number => {
    state = (state + 0x9e3779b9) | 0;
    let z = state ^ (state >>> 16);
    z = Math.imul(z, 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return z ^ (z >>> 15);
  };
  let a = mix();
  let b = mix() ^ Math.floor(seed / 4294967296); // the high bits of a large or negative seed count too
  let c = mix();
  let counter = 1;
  const next = (): number => {
    const result = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + result;
    return result >>> 0;
  };
  for (let i = 0; i < 12; i++) next();
  return () => ((next() >>> 5) * 67108864 + (next() >>> 6)) / 9007199254740992;
}
