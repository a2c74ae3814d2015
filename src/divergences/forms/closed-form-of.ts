import type { AnyDistribution } from "../../distributions/distribution";
import type { ClosedForm } from "./closed-form";
import { factsNamed } from "./facts/facts-named";
import { rowBetween } from "./row-between";

/** Rows of families with facts, by both names, as they are asked for; null where there is none. */
const rows = new Map<string, ClosedForm | null>();

function rowOf(p: string, q: string): ClosedForm | null {
  const pair = `${p} ${q}`;
  const found = rows.get(pair);
  if (found !== undefined) return found;
  const [own, other] = [factsNamed(p), factsNamed(q)];
  if (!own || !other) return null;
  const row = rowBetween(own, other) ?? null;
  rows.set(pair, row);
  return row;
}

/** The row for p and q, if there is one that has a formula for their parameters. */
export function closedFormOf(p: AnyDistribution, q: AnyDistribution): ClosedForm | undefined {
  const form = rowOf(p.family, q.family);
  return form && (form.applies?.(p, q) ?? true) ? form : undefined;
}

/** W of order 1 or 2 by the row for p and q, if there is one with a formula for them. */
export function closedWasserstein(
  p: AnyDistribution,
  q: AnyDistribution,
  order: 1 | 2,
): number | undefined {
  const form = rowOf(p.family, q.family)?.wasserstein;
  const value = (order === 1 ? form?.first : form?.second)?.(p, q);
  return value === undefined || Number.isNaN(value) ? undefined : value;
}
