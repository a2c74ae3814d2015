import { chainRows } from "../../page/live/chain-rows";
import type { MathRenderer } from "./math-renderer";

/**
 * A displayed formula; a derivation line by line, so that a narrow page breaks its lines and needs no scrolling, with
 * the number of a line below it there.
 */
export function displayedFormula(tex: string, math: MathRenderer): string {
  const rows = chainRows(tex);
  if (!rows) return `<span class="display">${math(tex, true)}</span>`;
  const part = (name: string, inside: string): string =>
    `<span class="chain-${name}">${inside.trim() === "" ? "" : math(`\\displaystyle{}${inside}`, false)}</span>`;
  const lines = rows.map(
    ({ left, right, number = "" }) =>
      `<span class="chain-row">${part("left", left)} ${part("right", right)} <span class="chain-number">${number}</span></span>`,
  );
  return `<span class="chain">${lines.join("\n")}</span>`;
}
