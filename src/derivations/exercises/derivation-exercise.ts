import { type MimeBundle, mimeBundle } from "../../display/mime";
import { SelfShowing } from "../../display/self-showing";
import { shapeError, valueError } from "../../words/errors";
import { escapeHtml } from "../../words/escape-html";
import { storable } from "../../words/json-ready";
import type { Chain } from "../chain";
import { linkAbove, linkBelow } from "../checking/links-across";
import { linksOf, type SideCache } from "../checking/try-link";
import type { Compiled } from "../compiled";
import { derivationTex } from "../tex/derivation-tex";
import type { Attempt } from "./attempt";
import { exerciseWords } from "./exercise-words";
import { hintsFor, hintsForOpen } from "./hints-for";
import { judgeLine } from "./judge-line";

/** A derivation with steps left open, which judges what is written into them; made by `derivation(…).blank(…)`. */
export class DerivationExercise extends SelfShowing {
  /** The open steps, by their numbers in the chain. */
  readonly blanks: readonly number[];
  readonly #chain: Chain;
  readonly #compiled: Compiled;
  readonly #caches: readonly SideCache[];

  constructor(chain: Chain, compiled: Compiled, blanks: readonly number[]) {
    super();
    const possible = linksOf(compiled.lines).map(({ right }) => right);
    for (const [index, step] of blanks.entries()) {
      if (possible.includes(step) && blanks.indexOf(step) === index) continue;
      throw valueError(
        "blank",
        `第 ${index + 1} 个参数是 ${String(step)}，应为互不相同的步号 ${possible.join("、")} 之一`,
        `argument ${index + 1} is ${String(step)}; give different steps, of ${possible.join(", ")}`,
      );
    }
    const { lines } = compiled;
    const open = lines.flatMap(({ isOpen }, step) => (isOpen ? [step] : []));
    if (blanks.length + open.length === 0) {
      throw valueError("blank", "没有给步号", "no step is given");
    }
    const links = linksOf(lines);
    const isGiven = (line: number): boolean => !lines[line].isOpen;
    for (const step of open) {
      if (linkAbove(links, step, isGiven) ?? linkBelow(links, step, isGiven)) continue;
      throw valueError(
        "blank",
        `第 ${step} 步空着，可是与写出的各行之间都没有一个关系，写什么都判断不了`,
        `step ${step} is open, but no relation ties it to a line that is written, so that nothing could be judged`,
      );
    }
    this.blanks = [...new Set([...blanks, ...open])].sort((a, b) => a - b);
    this.#chain = chain;
    this.#compiled = compiled;
    this.#caches = compiled.programs.map((): SideCache => new Map());
  }

  /**
   * Judges a line written into an open step: in the language, or in TeX, with or without its relation.
   *
   * "right": the relation to the line above holds in every world, the line is another one, and the next still follows.
   * "no progress": a line above again, in other writing, or for a step without a model answer the next line. "wrong": with the world and the two values that speak
   * against it. "not understood": with the place.
   *
   * @param step one of `blanks`
   * @param text what was typed
   * @throws RangeError for a step that is not open, TypeError for what is no text
   */
  try(step: number, text: string): Attempt {
    this.#checkOpen("try", step);
    if (typeof text !== "string") {
      throw shapeError(
        "try",
        `text 应为文本，给的是 ${typeof text}`,
        `text must be text, got ${typeof text}`,
      );
    }
    const open = new Set(this.blanks);
    const { locale } = this.#chain;
    const blank = { compiled: this.#compiled, caches: this.#caches, step, open, locale };
    return storable({ ...judgeLine(blank, text) });
  }

  /**
   * A hint for an open step: the reason, what the line is made of, its shape, at last the line itself; for a step that
   * has no model answer the reason and the lines around it.
   *
   * @param step one of `blanks`
   * @param level 1 for the least; from the last level on the answer
   * @throws RangeError for a step that is not open or a level below 1
   */
  hint(step: number, level: number = 1): string {
    this.#checkOpen("hint", step);
    if (!(Number.isSafeInteger(level) && level >= 1)) {
      throw valueError(
        "hint",
        `level 是 ${level}，应为 ≥ 1 的整数`,
        `level is ${level}; give an integer ≥ 1`,
      );
    }
    const line = this.#compiled.lines[step];
    const { locale } = this.#chain;
    const hints = line.isOpen
      ? hintsForOpen(line, this.#around(step), locale)
      : hintsFor(line, locale);
    return hints[Math.min(level, hints.length) - 1];
  }

  /** The nearest lines that are shown, the one below with its relation. */
  #around(step: number): { readonly above: string; readonly below: string | undefined } {
    const { steps } = this.#chain;
    const shown = steps.flatMap((_, i) => (this.blanks.includes(i) ? [] : [i]));
    const above = shown.filter((i) => i < step).at(-1) ?? 0;
    const below = shown.find((i) => i > step);
    return {
      above: steps[above].expression,
      below:
        below === undefined
          ? undefined
          : `${steps[below].relation ?? "="} ${steps[below].expression}`,
    };
  }

  #checkOpen(caller: string, step: number): void {
    if (this.blanks.includes(step)) return;
    const list = this.blanks;
    throw valueError(
      caller,
      `第 ${String(step)} 步没有留空；留空的是 ${list.join("、")}`,
      `step ${String(step)} is not open; open are ${list.join(", ")}`,
    );
  }

  /** The chain in TeX, a box in the place of each open step. */
  get tex(): string {
    return this.#typeset(false);
  }

  #typeset(isCourse: boolean): string {
    const { locale } = this.#chain;
    return derivationTex(this.#compiled, { locale, open: new Set(this.blanks), isCourse });
  }

  override get caption(): string {
    const { title, locale } = this.#chain;
    const { exercise } = exerciseWords[locale];
    return title === "" ? exercise : `${exercise}${locale === "en" ? ": " : "："}${title}`;
  }

  override toString(): string {
    const lines = this.#chain.steps.map(({ relation, expression, because }, index) => {
      const isOpen = this.blanks.includes(index);
      const reason = because && !isOpen ? `    # ${because}` : "";
      const shown = isOpen ? `(${index}) ____` : expression;
      return `  ${index === 0 ? " " : (relation ?? "=")} ${shown}${reason}`;
    });
    return [this.caption, ...lines].join("\n");
  }

  override [mimeBundle](): MimeBundle {
    const { id, title, locale } = this.#chain;
    const html = [
      `<div data-klab-exercise="${escapeHtml(id)}" lang="${locale}">`,
      ...(title ? [`<p><strong>${escapeHtml(title)}</strong></p>`] : []),
      `$$${escapeHtml(this.#typeset(true))}$$`,
      "</div>",
    ].join("\n");
    return { "text/html": html, "text/plain": this.toString() };
  }
}
