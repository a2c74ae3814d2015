import { type MimeBundle, mimeBundle } from "../display/mime";
import { SelfShowing } from "../display/self-showing";
import { show } from "../display/show";
import { checkOptions } from "../words/check-options";
import { shapeError, valueError } from "../words/errors";
import type { Locale } from "../words/locale";
import { checkedLater, text } from "../words/option-kinds";
import type { Chain } from "./chain";
import { chainOfParts, type TexStep } from "./chain-of-parts";
import { checkChain } from "./checking/check-chain";
import { type Compiled, compileChain, compiledKey, derivationBrand } from "./compiled";
import { derivationHtml } from "./derivation-html";
import { derivationText } from "./derivation-text";
import { DerivationExercise } from "./exercises/derivation-exercise";
import { isWrittenStep, type OpenStep, type Step } from "./step";
import { derivationTex } from "./tex/derivation-tex";
import type { World } from "./world";
import { worldsText } from "./worlds-text";
import { worldsTried } from "./worlds-tried";

/** What `derivation` takes. */
export interface DerivationParts {
  /** A short name, for links: "mle-kl"; default one made of the steps. */
  readonly id?: string;
  readonly title?: string;
  /** Where it is from: a book, a paper, a number in the article. */
  readonly source?: string;
  /** The cases in which it is tried; default `defaultWorlds`. */
  readonly worlds?: readonly World[];
  /**
   * The chain: the first step an expression, each later one with its relation to the one before; a step may be `{ tex }`,
   * and one without either is open, `{ because }`: an exercise whose answer is written nowhere.
   */
  readonly steps?: readonly (Step | TexStep | OpenStep)[];
  /** The chain in TeX, as people type it, in the place of `steps`; worlds are then made for it unless given. */
  readonly tex?: string;
  /** The language of what it shows; default "zh-CN". */
  readonly locale?: Locale;
}

/** A chain of expressions that is typeset and executed from the same trees; made by `derivation`. */
export class Derivation extends SelfShowing implements Chain {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly worlds: readonly World[];
  readonly steps: readonly Step[];
  readonly locale: Locale;
  /** How the TeX was read, and what had to be supposed; empty for steps in the language. */
  readonly notes: readonly string[];
  readonly #compiled: Compiled;

  constructor({ id, title, source, worlds, steps, tex, locale }: DerivationParts) {
    super();
    const made = chainOfParts({ steps, tex, worlds, locale: locale ?? "zh-CN" });
    const tried = worldsTried(made.steps, made.worlds);
    this.title = title ?? id ?? "";
    this.source = source ?? "";
    this.worlds = tried;
    this.steps = made.steps.map((step) =>
      isWrittenStep(step) ? step : { ...step, expression: "" },
    );
    this.id = id ?? idOf(this.steps);
    this.notes = made.notes;
    this.locale = locale ?? "zh-CN";
    this.#compiled = compileChain(made.steps, tried);
  }

  get [derivationBrand](): true {
    return true;
  }

  /** @internal What `check` reads; of no use to others, and not in the declarations. */
  get [compiledKey](): unknown {
    return this.#compiled;
  }

  /** The chain as one aligned block of TeX, numbered, with reasons; for KaTeX and MathJax. */
  get tex(): string {
    return derivationTex(this.#compiled, { reasons: true, locale: this.locale });
  }

  /**
   * An exercise: the same chain with steps left open, which judges what is written into them.
   *
   * Steps without an expression are open as well, and need not be named.
   *
   * @param steps the numbers of the steps to be left open, as printed: 1 is the first after the start
   * @throws RangeError for a number that is no step, the same twice, or none where no step is open
   *
   * @example
   * chains.twoNormals.blank(1).try(1, "KL(P ‖ Q").verdict; // "not understood"
   * const sum = { expression: "KL(P ‖ Q)" };
   * const open = derivation({ steps: [sum, { because: "定义" }, { expression: "H(P, Q) - H(P)" }] });
   * open.blank(1).try(1, "E(x ~ P, log(P(x)/Q(x)))").verdict; // "right"
   */
  blank(...steps: readonly number[]): DerivationExercise {
    return new DerivationExercise(this, this.#compiled, steps);
  }

  override get caption(): string {
    const [word, colon] = this.locale === "en" ? ["Derivation", ": "] : ["推导", "："];
    return this.title === "" ? word : `${word}${colon}${this.title}`;
  }

  override toString(): string {
    const result = checkChain(this.#compiled, { locale: this.locale });
    return derivationText(
      this,
      [...this.notes, ...worldsText(this.#compiled, this.locale)],
      result,
    );
  }

  /** Shows the chain and its verdicts in the running cell; elsewhere prints them. */
  show(): void {
    show(this);
  }

  override [mimeBundle](): MimeBundle {
    const result = checkChain(this.#compiled, { locale: this.locale });
    const shown = {
      tex: derivationTex(this.#compiled, { locale: this.locale, isCourse: true }),
      definitions: [...this.notes, ...worldsText(this.#compiled, this.locale)],
    };
    return {
      "text/html": derivationHtml(this, shown, result),
      "text/plain": derivationText(this, shown.definitions, result),
    };
  }
}

/** A name for a chain that has none, the same for the same steps. */
function idOf(steps: readonly Step[]): string {
  let hash = 0;
  for (const { relation = "", expression } of steps)
    for (const sign of `${relation} ${expression}\n`)
      hash = (Math.imul(hash, 31) + (sign.codePointAt(0) ?? 0)) >>> 0;
  return `chain-${hash.toString(36)}`;
}

/**
 * A derivation: expressions that are typeset and evaluated from one tree, and the worlds in which they are tried.
 *
 * A step without an expression is open: its answer is written nowhere, and what a student writes is judged against the
 * lines around it.
 *
 * Reads every step at once, so that a slip is reported here, with its place. The relations are tried by `check`, and
 * where the value ends a cell.
 *
 * @param parts `id`, `title`, `source`, `worlds` (default `defaultWorlds`), `steps` or `tex`, `locale`
 * @throws RangeError for TeX that is not understood or holds several chains (they are listed), and (an ExpressionError)
 *   for an expression that cannot be read or a name no world knows, TypeError for
 *   a wrong number or kind of arguments, each with its position
 *
 * @example
 * derivation({ id: "d", steps: [{ expression: "KL(P ‖ Q)" }, { expression: "H(P, Q) - H(P)" }] }).steps.length; // 2
 * derivation({ tex: "D_{KL}(p||q) = H(p,q) - H(p)" }).steps[1].expression; // "H(P, Q) - H(P)"
 */
export function derivation(parts: DerivationParts): Derivation {
  const isGiven =
    typeof parts?.tex === "string" ? parts.steps === undefined : Array.isArray(parts?.steps);
  if (!isGiven) {
    throw shapeError(
      "derivation",
      "应给 { steps: [ … ] } 或 { tex: 文本 }",
      "give { steps: [ … ] } or { tex: text }",
    );
  }
  if (parts.steps?.length === 0) {
    throw valueError("derivation", "steps 是空的", "steps is empty");
  }
  if (parts.worlds !== undefined && !(Array.isArray(parts.worlds) && parts.worlds.length > 0)) {
    throw shapeError("derivation", "worlds 应为非空数组", "worlds must be a non-empty array");
  }
  checkOptions("derivation", parts, {
    id: text,
    title: text,
    source: text,
    worlds: checkedLater,
    steps: checkedLater,
    tex: text,
    locale: checkedLater,
  });
  const names = (parts.worlds ?? []).map((world) => world?.name);
  const twice = names.find((name, i) => name !== undefined && names.indexOf(name) < i);
  if (twice !== undefined) {
    throw valueError(
      "derivation",
      `有两个世界都叫「${twice}」，反例说不清是哪个`,
      `two worlds are called ${twice}, a counter-example could not say which`,
    );
  }
  return new Derivation(parts);
}
