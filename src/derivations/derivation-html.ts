import { type Alignment, aligned } from "../display/aligned";
import { escapeHtml } from "../words/escape-html";
import type { Chain } from "./chain";
import type { CheckResult, Verdict } from "./checking/verdict";
import { bound, derivationWords, mark, summary, valueText } from "./derivation-words";

/** What the page shows besides the verdicts. */
export interface ShownChain {
  readonly tex: string;
  /** Of each world, what its names stand for. */
  readonly definitions: readonly string[];
}

/**
 * The chain as display mathematics and the verdicts as a plain table.
 *
 * Lab, nbconvert and the handouts typeset `$$…$$` in HTML; `<`, `>` and `&` in it are entities.
 */
export function derivationHtml(
  chain: Chain,
  { tex, definitions }: ShownChain,
  result: CheckResult,
): string {
  const { locale, title, source, worlds } = chain;
  const word = derivationWords[locale];
  const rows = result.steps.map((verdict) => rowHtml(verdict, chain));
  const start = chain.steps[0]?.because;
  const head = word.columns
    .map((column, i) => `<th scope="col"${aligned(alignments[i])}>${escapeHtml(column)}</th>`)
    .join("");
  return [
    `<div data-klab-derivation="${escapeHtml(chain.id)}" lang="${locale}">`,
    `<p><strong>${escapeHtml(title)}</strong></p>`,
    `$$${escapeHtml(tex)}$$`,
    ...(start ? [`<p>${escapeHtml(`${word.start}${start}`)}</p>`] : []),
    `<table><thead><tr>${head}</tr></thead>`,
    `<tbody>\n${rows.join("\n")}\n</tbody></table>`,
    `<p>${escapeHtml(summary(result, worlds, locale))}</p>`,
    `<details><summary>${word.definitions}</summary><ul>`,
    ...definitions.map((line) => `<li>${escapeHtml(line)}</li>`),
    "</ul></details>",
    ...(source ? [`<p>${word.source}：${escapeHtml(source)}</p>`] : []),
    "</div>",
  ].join("\n");
}

/** Of the columns 步, 理由, 检验, 左边, 右边, 差, 允许, 世界, 说明. */
const alignments: readonly Alignment[] = [
  "left",
  "left",
  "center",
  "right",
  "right",
  "right",
  "right",
  "left",
  "left",
];

function rowHtml(verdict: Verdict, { steps, locale }: Chain): string {
  const word = derivationWords[locale];
  const { step, left, right, gap, allowed, world, note, ok } = verdict;
  const cell = (text: string, align: Alignment = "right"): string =>
    `<td${aligned(align)}>${escapeHtml(text)}</td>`;
  return [
    `<tr><th scope="row">(${step})</th>`,
    cell(steps[step].because ?? "", "left"),
    cell(`${verdict.relation} ${mark(verdict, locale)}`, "center"),
    cell(valueText(left)),
    cell(valueText(right)),
    cell(bound(gap)),
    cell(bound(allowed)),
    cell(ok ? world : `${word.counterexample}${locale === "en" ? ": " : "："}${world}`, "left"),
    cell(note, "left"),
    "</tr>",
  ].join("");
}
