import { type Extreme, entriesOf, numbersApart } from "./extremes/extreme-values";
import type { NameUse } from "./name-use";

/** What a number usually is; those of one role must differ from each other. */
type Role = keyof typeof lists | "place" | "count" | "value";

// Neighbours in a list stand for two names of one role, in as many worlds: below and above each other, near and far.
const lists = {
  share: [0.3, 0.62, 0.15, 0.45, 0.4, 0.85, 0.08, 0.7],
  scale: [0.8, 1.7, 2.4, 0.55, 0.65, 1.2, 3, 1.1],
  positive: [0.7, 0.4, 1.3, 2.25, 2, 0.55, 1.8, 0.9],
  real: [0.7, -0.4, 1.3, 0.25, 0.3, -1.2, 1.8, -0.1],
} as const;

function roleOf(name: string, use: NameUse | undefined): Role {
  if (use?.isPlace) return "place";
  if (use?.isProbability || /^(ε|epsilon|α|t|λ|p|q|D|a|b|P|Q)($|_)/.test(name)) return "share";
  if (/^[nNdkK]($|_)/.test(name)) return "count";
  if (/^(σ|s|τ|T|β|γ|r|u|Σ|c|π)/.test(name)) return "scale";
  if (/^[xyz]($|_)/.test(name)) return "value";
  return use?.isPositive ? "positive" : "real";
}

/**
 * Numbers for names by what each usually is: a share, a scale, a count. Names of one role get different numbers, or two
 * that an expression keeps apart would be one, and every divergence between them 0.
 */
export function numbersFor(
  names: readonly string[],
  which: number,
  observed: number,
  uses: ReadonlyMap<string, NameUse>,
  extreme?: Extreme | undefined,
): ReadonlyMap<string, number> {
  const groups = new Map<Role, string[]>();
  for (const name of names) {
    const role = roleOf(name, uses.get(name));
    groups.set(role, [...(groups.get(role) ?? []), name]);
  }
  const numbers = new Map<string, number>();
  for (const [role, group] of groups) {
    const start = which + startOf(role, group[0]);
    for (const [rank, name] of group.entries()) {
      if (role === "count") numbers.set(name, entriesOf(extreme));
      else if (role === "place") numbers.set(name, placeAt(which, rank));
      else if (role === "value") {
        const value = valueAt(observed, which, rank);
        numbers.set(name, uses.get(name)?.isPositive ? Math.abs(value) : value);
      } else if (extreme === "apart") numbers.set(name, numbersApart[role][(which + rank) % 8]);
      else {
        const place = extreme === "alike" ? start : start + rank;
        numbers.set(name, lists[role][place % lists[role].length]);
      }
    }
  }
  return numbers;
}

/** Single names start in different places, so that names of different roles move apart. */
function startOf(role: Role, name: string): number {
  return (role === "share" ? name.length : (name.codePointAt(name.length - 1) ?? 0)) % 4;
}

/** Two places differ in most worlds and are one in every third. */
const placeAt = (which: number, rank: number): number =>
  ((which + rank * ((which % 3) + 1)) % 2) + 1;

/** A value beside the observed one that the same distributions allow: a neighbour, or one of the same sign. */
function valueAt(observed: number, which: number, rank: number): number {
  if (rank === 0) return observed;
  if (Number.isInteger(observed)) return observed === 0 ? 1 : observed - 1;
  return observed * ((which + rank) % 2 === 0 ? 0.6 : 1.7);
}
