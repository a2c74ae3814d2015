import type { CheckedTable } from "../check-result";
import { embeddedJson, type FigureModel } from "../figure-model";
import { rewriteTable } from "../rewrite-table";
import { shownRows } from "../shown-rows";
import { liveWords } from "./live-words";

/** Whether the Plotly that the page holds draws a figure: it names its types of trace, or has all. */
function isDrawable({ data }: FigureModel, page: Document): boolean {
  const packed = page.getElementById("plotly-packed");
  if (!packed || !("DecompressionStream" in window)) return false;
  const types = packed.dataset.types?.split(" ");
  return data.every(({ type = "scatter" }) => types?.includes(String(type)) ?? true);
}

function tableOf(table: CheckedTable, page: Document): HTMLElement {
  const details = page.createElement("details");
  details.className = "data";
  const summary = page.createElement("summary");
  summary.textContent = "数据表";
  const scroller = page.createElement("div");
  scroller.className = "table";
  const element = page.createElement("table");
  element.createTHead();
  element.createTBody();
  rewriteTable(element, table);
  scroller.append(element);
  details.append(summary, scroller);
  const { rows } = table;
  const shown = shownRows(rows).length;
  if (shown < rows.length) {
    const note = page.createElement("p");
    note.className = "note";
    note.textContent = `共${rows.length}行，均匀取出${shown}行。`;
    details.append(note);
  }
  return details;
}

/** A figure that a cell put out, read with care, as the page's other figures are marked up. */
export function resultFigure(model: FigureModel, page: Document): HTMLElement {
  const { alt, table, thinned } = model;
  const figure = page.createElement("figure");
  figure.className = "plot";
  figure.dataset.label = alt;
  const card = page.createElement("div");
  card.className = "card";
  const caption = page.createElement("figcaption");
  caption.textContent = alt;
  figure.append(card, caption);
  const isStill = model.needsNetwork || model.tooMuch || !isDrawable(model, page);
  const note = (text: string): HTMLElement => {
    const paragraph = page.createElement("p");
    paragraph.className = "note";
    paragraph.textContent = text;
    return paragraph;
  };
  if (thinned) figure.append(note(thinned));
  if (table) figure.append(tableOf(table, page));
  if (isStill) {
    figure.dataset.state = "still";
    card.append(note(liveWords.noPlotly));
    return figure;
  }
  const json = page.createElement("script");
  json.type = "application/json";
  json.textContent = embeddedJson(model);
  figure.append(json);
  return figure;
}
