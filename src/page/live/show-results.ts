import { bitmapTypes, isBitmapAddress } from "../bitmap-address";
import { readFigure } from "../figure-model";
import { cleanHtml } from "./clean-html";
import { displayedMath } from "./displayed-math";
import { exerciseBlanks, isExerciseHtml } from "./exercise-blanks";
import type { LiveFailure, LiveOutput } from "./live-messages";
import { liveWords } from "./live-words";
import { plainText } from "./plain-text";
import { resultFigure } from "./result-figure";
import { typeset } from "./typeset";

const plotlyMime = "application/vnd.plotly.v1+json";

/** Characters of one output that a page shows. */
const mostText = 200_000;
const mostHtml = 2_000_000;

type Data = Readonly<Record<string, unknown>>;

/** What shows a result needs of its page. */
export interface ResultPage {
  readonly page: Document;
  /** Draws a figure that is in the page. */
  readonly revive: (figure: HTMLElement) => void;
  /** The fields of an exercise with these open steps. */
  readonly exercise: (blanks: readonly number[]) => HTMLElement;
}

function textBlock(text: string, page: Document): HTMLElement {
  const pre = page.createElement("pre");
  pre.className = "text";
  pre.textContent = plainText(text.slice(0, mostText)).replace(/\n+$/, "");
  return pre;
}

function note(text: string, page: Document): HTMLElement {
  const paragraph = page.createElement("p");
  paragraph.className = "note";
  paragraph.textContent = text;
  return paragraph;
}

const stringOf = (data: Data, type: string): string | undefined => {
  const value = data[type];
  const text = Array.isArray(value) ? value.join("") : value;
  return typeof text === "string" && text.trim() !== "" ? text : undefined;
};

function pictureOf(data: Data, page: Document): HTMLElement | undefined {
  for (const type of new Set(Object.values(bitmapTypes))) {
    const address = `data:${type};base64,${(stringOf(data, type) ?? "").replace(/\s+/g, "")}`;
    if (!stringOf(data, type) || !isBitmapAddress(address)) continue;
    const still = page.createElement("div");
    still.className = "still";
    const image = page.createElement("img");
    image.src = address;
    image.alt = stringOf(data, "text/plain")?.slice(0, 500) ?? "图";
    still.append(image);
    return still;
  }
  return undefined;
}

/** A value in the richest form that a page shows safely. */
function displayed(data: Data, { page, revive, exercise }: ResultPage): HTMLElement {
  if (plotlyMime in data) {
    const model = readFigure(data[plotlyMime]);
    if (!model) return note(liveWords.badFigure, page);
    const figure = resultFigure(model, page);
    if (figure.dataset.state !== "still") revive(figure);
    return figure;
  }
  const html = stringOf(data, "text/html");
  if (html !== undefined && html.length <= mostHtml) {
    const rich = page.createElement("div");
    rich.className = "rich";
    const clean = cleanHtml(html, page);
    typeset(clean, page);
    rich.append(clean);
    const blanks = isExerciseHtml(html) ? exerciseBlanks(stringOf(data, "text/plain") ?? "") : [];
    if (blanks.length > 0) rich.append(exercise(blanks));
    if (rich.textContent?.trim() || rich.querySelector("img")) return rich;
  }
  const latex = stringOf(data, "text/latex");
  const bare = latex && /^\$\$?([^$]+)\$\$?$/.exec(latex.trim())?.[1];
  if (bare) return displayedMath(bare, page);
  const words = stringOf(data, "text/markdown") ?? latex ?? stringOf(data, "text/plain");
  return pictureOf(data, page) ?? textBlock(words ?? "", page);
}

/** One output as an element of the page. */
export function showResult(output: LiveOutput, page: ResultPage): HTMLElement | undefined {
  if (output.kind === "display") return displayed(output.data, page);
  if (output.text.trim() === "") return undefined;
  const text = textBlock(output.text, page.page);
  if (output.name === "stdout") return text;
  const block = page.page.createElement("div");
  block.className = "stderr";
  const label = page.page.createElement("p");
  label.className = "label";
  label.textContent = liveWords.label;
  block.append(label, text);
  return block;
}

/** What went wrong, its line as a way to go there. */
export function showFailure(
  { name, message, line }: LiveFailure,
  page: Document,
  goTo: (line: number) => void,
): HTMLElement {
  const block = page.createElement("div");
  block.className = "error";
  const label = page.createElement("p");
  label.className = "label";
  label.textContent = liveWords.failed;
  if (line !== undefined) {
    const button = page.createElement("button");
    button.type = "button";
    button.className = "to-line";
    button.textContent = liveWords.failedAt(line);
    button.addEventListener("click", () => goTo(line));
    label.append("，", button);
  }
  block.append(label, textBlock(name ? `${name}: ${message}` : message, page));
  return block;
}
