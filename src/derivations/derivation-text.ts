import type { Chain } from "./chain";
import type { CheckResult } from "./checking/verdict";
import { bound, mark, summary, valueText } from "./derivation-words";
import { worldName } from "./world-name";

/** The chain and its verdicts as lines of text. */
export function derivationText(
  chain: Chain,
  definitions: readonly string[],
  result: CheckResult,
): string {
  const { locale, steps, worlds, caption } = chain;
  const byStep = new Map(result.steps.map((verdict) => [verdict.step, verdict]));
  const lines = steps.map(({ expression, because }, index) => {
    const verdict = byStep.get(index);
    if (!verdict) return `    ${expression}`;
    const reason = because ? `    # ${because}` : "";
    const shown = verdict.open ? `(${index}) ____` : expression;
    const line = `${mark(verdict, locale)} ${verdict.relation} ${shown}${reason}`;
    if (verdict.ok || verdict.open) return line;
    const { left, right, gap, allowed, note } = verdict;
    const world = worldName(verdict.world, locale);
    // Out of time, there are no values to show.
    if (Number.isNaN(left) && Number.isNaN(right))
      return `${line}\n      ${[world, note].filter(Boolean).join(": ")}`;
    const values = `${valueText(left)} | ${valueText(right)}, |Δ| ${bound(gap)} > ${bound(allowed)}`;
    return `${line}\n      ${world}: ${values}${note ? `\n      ${note}` : ""}`;
  });
  return [caption, ...lines, summary(result, worlds, locale), ...definitions].join("\n");
}
