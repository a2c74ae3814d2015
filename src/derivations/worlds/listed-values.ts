import type { Distribution } from "../../distributions/distribution";
import { categorical } from "../../distributions/families/categorical";
import type { ScopeValue } from "../world";
import type { Kinds } from "./kinds";

/** How many values are written out, x_1, x_2 …; 0 where they do not count from 1. */
export function listedValues({ numbers }: Kinds): number {
  const own = numbers.flatMap((name) => /^x_(\d+)$/.exec(name)?.slice(1).map(Number) ?? []);
  return own.every((_, i) => own.includes(i + 1)) ? own.length : 0;
}

/** Where x_1 … x_n are written out, they are all the values there are. */
export function withListedValues(
  scope: Record<string, ScopeValue>,
  names: readonly string[],
  kinds: Kinds,
): void {
  const count = listedValues(kinds);
  if (count < 2) return;
  for (const name of names) {
    const own = scope[name] as Distribution;
    const masses = Array.from({ length: count }, (_, i) => own.prob(i) + 0.01);
    const total = masses.reduce((sum, mass) => sum + mass, 0);
    scope[name] = categorical(masses.map((mass) => mass / total));
  }
  for (let i = 1; i <= count; i++) scope[`x_${i}`] = i - 1;
}
