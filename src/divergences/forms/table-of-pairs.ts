import type { ClosedForm } from "./closed-form";
import type { Facts } from "./facts/facts";
import { followingRow } from "./row-between";

/**
 * The rows p ‖ q of all families, sorted by q: those that the facts of q write out, then those that follow from what is
 * known of p and q where none is written.
 *
 * @throws Error for a pair that stands in it twice, or a row in the facts of another family than its q
 */
export function tableOfPairs(families: readonly Facts[]): readonly ClosedForm[] {
  const rows = families.flatMap((q) => {
    const own = written(q);
    const others = families.filter(({ family }) => !own.some(({ p }) => p === family));
    return [...own, ...others.flatMap((p) => followingRow(p, q) ?? [])];
  });
  const seen = new Set<string>();
  for (const { p, q } of rows) {
    const pair = `${p} ‖ ${q}`;
    if (seen.has(pair))
      throw new Error(`closedForms: ${pair} 出现了两次 / ${pair} stands there twice`);
    seen.add(pair);
  }
  return rows;
}

function written({ family, rows = [] }: Facts): readonly ClosedForm[] {
  const stray = rows.find(({ q }) => q !== family);
  if (!stray) return rows;
  const pair = `${stray.p} ‖ ${stray.q}`;
  throw new Error(
    `closedForms: ${pair} 应写在 ${stray.q} 的已知事实里 / ${pair} belongs to the facts of ${stray.q}, not ${family}`,
  );
}
