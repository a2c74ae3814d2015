import { aligned } from "../display/aligned";
import { escapeHtml } from "../words/escape-html";
import { readable } from "../words/number-text";
import type { ReportParts } from "./report-parts";
import { blockBar, captionOf, listed, reportLines } from "./report-text";
import { reportWords } from "./report-words";

/**
 * The report as tables without style, script or svg, which notebook sanitizers drop; bars are block characters.
 */
export function reportHtml(report: ReportParts): string {
  const lines = reportLines(report).map(
    ([heading, text]) =>
      `<tr><th scope="row"${aligned("left")}>${escapeHtml(heading)}</th><td${aligned("left")}>${escapeHtml(text)}</td></tr>`,
  );
  return [
    `<div lang="${report.locale}">`,
    `<p><strong>${escapeHtml(captionOf(report))}</strong></p>`,
    `<table><tbody>${lines.join("")}</tbody></table>`,
    contributionsHtml(report),
    "</div>",
  ].join("\n");
}

function contributionsHtml(report: ReportParts): string {
  const { contributions } = report;
  if (contributions.length === 0) return "";
  const word = reportWords[report.locale];
  const rows = contributions.slice(0, listed).map(({ outcome, p, q, value }) => {
    const numbers = [p, q, value].map((x) => `<td${aligned("right")}>${readable(x)}</td>`).join("");
    const bar = `<td${aligned("left")} aria-hidden="true">${blockBar(value, contributions)}</td>`;
    return `<tr><th scope="row"${aligned("left")}>${escapeHtml(outcome)}</th>${numbers}${bar}</tr>`;
  });
  const rest = contributions.length - rows.length;
  const more = rest > 0 ? `<p>${escapeHtml(word.more(rest))}</p>` : "";
  const head = [word.outcome, "p", "q", "p·log(p/q)"].map(
    (h, i) => `<th scope="col"${aligned(i > 0 ? "right" : "left")}>${h}</th>`,
  );
  // Over the bars, which say nothing that the numbers do not.
  const blank = '<td aria-hidden="true"></td>';
  return [
    `<table><caption>${escapeHtml(word.contributions)}</caption>`,
    `<thead><tr>${head.join("")}${blank}</tr></thead>`,
    `<tbody>${rows.join("")}</tbody></table>${more}`,
  ].join("\n");
}
