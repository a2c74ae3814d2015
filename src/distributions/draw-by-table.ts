import type { Prng } from "../math/random";
import type { Distribution } from "./distribution";
import { openUniform } from "./family";
import { firstAtLeast } from "./first-at-least";
import { runningMass } from "./integer-family";
import { massTable } from "./mass-table";

const mostIntegers = 65_536;

/**
 * Draws from a table of the distribution function, which pays for many of them.
 *
 * @returns undefined of integers that are too many for a table
 */
export function drawByTable(d: Distribution): ((prng: Prng) => number) | undefined {
  if (d.kind === "continuous") {
    const marks = [...d.kinks, ...(d.landmarks ?? [])];
    const table = massTable((x) => d.prob(x), ...d.support, marks);
    return (prng) => table.quickQuantile(openUniform(prng));
  }
  const first = d.quantile(1e-12);
  const size = d.quantile(1 - 1e-12) - first + 1;
  if (!(size <= mostIntegers)) return undefined;
  const table = runningMass(d, first, size);
  return (prng) => first + Math.min(firstAtLeast(table, openUniform(prng)), table.length - 1);
}
