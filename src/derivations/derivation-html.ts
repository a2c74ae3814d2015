import { type Alignment, aligned } from "../display/aligned";
import { escapeHtml } from "../words/escape-html";
import type { Locale } from "../words/locale";
import type { Chain } from "./chain";
import type { CheckResult, Verdict } from "./checking/verdict";
import { bound, derivationWords, mark, summary, valueText } from "./derivation-words";
import { letterOfStep } from "./tex/letter-of-step";
import { worldName } from "./world-name";

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
  const start = chain.steps[0]?.because;
  // A column for reasons where there are any.
  const reasoned = chain.steps.slice(1).some(({ because }) => because);
  return [
    `<div data-klab-derivation="${escapeHtml(chain.id)}" lang="${locale}">`,
    ...(title ? [`<p><strong>${escapeHtml(title)}</strong></p>`] : []),
    `$$${escapeHtml(tex)}$$`,
    ...(start ? [`<p>${escapeHtml(`${word.start}${start}`)}</p>`] : []),
    tableOf(
      reasoned ? word.columns : word.columns.filter((_, i) => i !== 1),
      result.steps.map((verdict) => verdictRow(verdict, chain, reasoned)),
    ),
    `<p>${escapeHtml(summary(result, worlds, locale))}</p>`,
    `<details><summary>${word.numbers}</summary>`,
    tableOf(
      word.numberColumns,
      result.steps.map((verdict) => numbersRow(verdict, locale)),
    ),
    "</details>",
    `<details><summary>${word.definitions}</summary><ul>`,
    ...definitions.map((line) => `<li>${escapeHtml(line)}</li>`),
    "</ul></details>",
    ...(source ? [`<p>${word.source}：${escapeHtml(source)}</p>`] : []),
    "</div>",
  ].join("\n");
}

interface Row {
  readonly step: number;
  readonly cells: readonly { readonly text: string; readonly align: Alignment }[];
}

function tableOf(columns: readonly string[], rows: readonly Row[]): string {
  const aligns: readonly Alignment[] = [
    "left",
    ...(rows[0]?.cells ?? []).map(({ align }) => align),
  ];
  const head = columns.map(
    (column, i) => `<th scope="col"${aligned(aligns[i] ?? "left")}>${escapeHtml(column)}</th>`,
  );
  const body = rows.map(({ step, cells }) => {
    const rest = cells.map(({ text, align }) => `<td${aligned(align)}>${escapeHtml(text)}</td>`);
    return `<tr><th scope="row">(${letterOfStep(step)})</th>${rest.join("")}</tr>`;
  });
  return `<table><thead><tr>${head.join("")}</tr></thead>\n<tbody>\n${body.join("\n")}\n</tbody></table>`;
}

/** Step, reason, verdict; of a step that fails or is undecided also where and why. */
function verdictRow(verdict: Verdict, { steps, locale }: Chain, reasoned: boolean): Row {
  const { step, note, ok, undecided } = verdict;
  const world = worldName(verdict.world, locale);
  const [colon, stop] = locale === "en" ? [": ", ". "] : ["：", "。"];
  const { counterexample } = derivationWords[locale];
  const where = ok ? "" : undecided ? world : `${counterexample}${colon}${world}`;
  const text = [`${verdict.relation} ${mark(verdict, locale)}`, where, note].filter(Boolean);
  return {
    step,
    cells: [
      ...(reasoned ? [{ text: steps[step].because ?? "", align: "left" as const }] : []),
      { text: text.join(stop), align: "left" },
    ],
  };
}

function numbersRow({ step, left, right, gap, allowed, world }: Verdict, locale: Locale): Row {
  // Out of time, there are no values to show.
  const isEmpty = Number.isNaN(left) && Number.isNaN(right);
  const numbers = isEmpty
    ? ["—", "—", "—", "—"]
    : [valueText(left), valueText(right), bound(gap), bound(allowed)];
  return {
    step,
    cells: [
      ...numbers.map((text) => ({ text, align: "right" as const })),
      { text: worldName(world, locale), align: "left" },
    ],
  };
}
