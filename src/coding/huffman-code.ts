import { type MeasureOptions, type Pmf, pmfOnly } from "../divergences/vectors/pmf";
import { weights } from "../divergences/vectors/weights";
import { checkOptions } from "../words/check-options";
import { PrefixCode } from "./prefix-code";

/**
 * Huffman's code for p: the prefix code of least mean length, H(p) ≤ mean < H(p) + 1 bit.
 *
 * An outcome of probability 0 gets no word; a sure one the empty word.
 *
 * @param p probabilities
 * @param options `normalize`
 * @returns words and lengths, by outcome
 * @throws RangeError or TypeError as `entropy`
 *
 * @example
 * huffmanCode([0.5, 0.25, 0.125, 0.125]).lengths; // [1, 2, 3, 3]
 * huffmanCode([0.9, 0.1]).words; // ["0", "1"]
 *
 * Source: D. A. Huffman, A method for the construction of minimum-redundancy codes (1952).
 */
export function huffmanCode(p: Pmf, options: MeasureOptions = {}): PrefixCode {
  checkOptions("huffmanCode", options, ["normalize"]);
  const { values } = weights("huffmanCode", "p", p, options.normalize, pmfOnly);
  const leaves = Array.from(values, (weight, symbol) => ({ weight, symbol }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => a.weight - b.weight || b.symbol - a.symbol);
  // Two queues, both in order of weight: leaves, and the trees made of them.
  const mass: number[] = leaves.map(({ weight }) => weight);
  const parent: number[] = [];
  const count = leaves.length;
  let leaf = 0;
  let tree = count;
  const lightest = (): number =>
    leaf < count && (tree >= mass.length || mass[leaf] <= mass[tree]) ? leaf++ : tree++;
  while (mass.length < 2 * count - 1) {
    const [first, second] = [lightest(), lightest()];
    parent[first] = mass.length;
    parent[second] = mass.length;
    mass.push(mass[first] + mass[second]);
  }
  const depth = new Array<number>(mass.length).fill(0);
  for (let node = mass.length - 2; node >= 0; node--) depth[node] = depth[parent[node]] + 1;
  const lengths = new Array<number>(values.length).fill(Number.POSITIVE_INFINITY);
  for (const [i, { symbol }] of leaves.entries()) lengths[symbol] = depth[i];
  return new PrefixCode(lengths);
}
