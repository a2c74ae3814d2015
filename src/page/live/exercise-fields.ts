import { isRecord } from "../../words/is-record";
import { shortNumber } from "../../words/number-text";
import { blankWords } from "./blank-words";
import { texMathml } from "./tex-mathml";

/** How fields reach the Worker, and where what was typed is kept. */
export interface ExerciseHost {
  readonly page: Document;
  /** Asks; undefined where the code before did not run. */
  readonly ask: (
    question:
      | { readonly kind: "preview"; readonly text: string }
      | {
          readonly kind: "try" | "hint";
          readonly step: number;
          readonly text: string;
          readonly level: number;
        },
  ) => Promise<unknown>;
  readonly kept: (step: number) => string;
  readonly keep: (step: number, text: string) => void;
}

const pause = 150;

const textIn = (answer: unknown, key: string): string | undefined => {
  const value = isRecord(answer) ? answer[key] : undefined;
  return typeof value === "string" ? value.slice(0, 4000) : undefined;
};

const valueIn = (answer: unknown, key: string): string | undefined => {
  const value = isRecord(answer) ? answer[key] : undefined;
  return typeof value === "number" ? shortNumber(value) : undefined;
};

function verdictLines(answer: unknown): string[] {
  const word = blankWords.verdicts[textIn(answer, "verdict") ?? ""];
  if (word === undefined) return [textIn(answer, "failure") ?? blankWords.unavailable];
  const [world, left, right] = [
    textIn(answer, "world"),
    valueIn(answer, "left"),
    valueIn(answer, "right"),
  ];
  const against =
    world === undefined
      ? []
      : left === undefined || right === undefined
        ? [blankWords.only(world)]
        : [blankWords.counterExample(world, left, right)];
  return [word, ...[textIn(answer, "note") ?? ""].filter(Boolean), ...against];
}

/** One open step: a field, what it means, the verdict, hints. */
function blankField(step: number, id: string, host: ExerciseHost): HTMLElement {
  const { page, ask } = host;
  const make = <Name extends keyof HTMLElementTagNameMap>(
    name: Name,
    className: string,
    text = "",
  ): HTMLElementTagNameMap[Name] => {
    const element = page.createElement(name);
    element.className = className;
    element.textContent = text;
    return element;
  };
  const place = make("div", "blank");
  const label = make("label", "", blankWords.field(step));
  const input = make("input", "");
  input.type = "text";
  input.id = `${id}-${step}`;
  input.autocomplete = "off";
  input.spellcheck = false;
  input.setAttribute("autocapitalize", "off");
  input.value = host.kept(step);
  label.htmlFor = input.id;
  const preview = make("div", "preview");
  preview.setAttribute("aria-hidden", "true");
  const verdict = make("div", "verdict");
  verdict.setAttribute("role", "status");
  const hints = make("ol", "hints");
  hints.setAttribute("aria-live", "polite");
  const check = make("button", "check", blankWords.check);
  const hint = make("button", "hint", blankWords.hint);
  check.type = "button";
  hint.type = "button";
  const bar = make("div", "blank-bar");
  bar.append(label, input, check, hint);
  place.append(bar, preview, verdict, hints);

  let asked = 0;
  let timer: number | undefined;
  const show = async (): Promise<void> => {
    const text = input.value.trim();
    const own = ++asked;
    const answer = text === "" ? {} : await ask({ kind: "preview", text });
    if (own !== asked) return;
    const tex = textIn(answer, "tex");
    preview.replaceChildren(...(tex === undefined ? [] : [texMathml(tex, true, page)]));
  };
  input.addEventListener("input", () => {
    host.keep(step, input.value);
    place.dataset.verdict = "";
    clearTimeout(timer);
    timer = window.setTimeout(() => void show(), pause);
  });
  const attempt = async (): Promise<void> => {
    const text = input.value.trim();
    if (text === "") return;
    verdict.textContent = blankWords.checking;
    const begun = performance.now();
    const answer = await ask({ kind: "try", step, text, level: 1 });
    place.dataset.verdict = textIn(answer, "verdict") ?? "";
    place.dataset.time = String(performance.now() - begun);
    verdict.replaceChildren(...verdictLines(answer).map((line) => make("p", "", line)));
    void show();
  };
  check.addEventListener("click", () => void attempt());
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    void attempt();
  });
  let level = 0;
  hint.addEventListener("click", async () => {
    const answer = await ask({ kind: "hint", step, text: "", level: level + 1 });
    const text = textIn(answer, "hint");
    if (text === undefined) {
      verdict.textContent = blankWords.unavailable;
      return;
    }
    // The last hint, asked for again, is the same.
    if (hints.lastElementChild?.textContent === text) return;
    level += 1;
    hints.append(make("li", "", text));
    hint.textContent = blankWords.moreHints;
  });
  if (input.value) input.addEventListener("focus", () => void show(), { once: true });
  return place;
}

/** The fields of an exercise, one an open step, beneath what shows it. */
export function exerciseFields(
  blanks: readonly number[],
  id: string,
  host: ExerciseHost,
): HTMLElement {
  const { page } = host;
  const group = page.createElement("div");
  group.className = "exercise-fields";
  group.setAttribute("role", "group");
  group.setAttribute("aria-label", blankWords.group);
  const how = page.createElement("p");
  how.className = "note";
  how.textContent = blankWords.how;
  group.append(how, ...blanks.map((step) => blankField(step, id, host)));
  return group;
}
