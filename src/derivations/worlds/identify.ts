import { checkOptions } from "../../words/check-options";
import { shapeError } from "../../words/errors";
import type { Locale } from "../../words/locale";
import { checkedLater } from "../../words/option-kinds";
import { Clock } from "../checking/clock";
import { ExpressionError, ExpressionKindError } from "../language/expression-error";
import { readExpression } from "../language/read-expression";
import { ordinaryWorlds, type World } from "../world";
import { knownQuantities } from "./known-quantities";
import { type Match, matchValues } from "./match-values";
import { type ValueAt, valuesInWorlds } from "./values-in-worlds";
import { worldsFor } from "./worlds-for";

/** What an expression turned out to be. */
export interface Identity {
  /** As a reader writes it: −KL(P ‖ Q). */
  readonly name: string;
  /** The same in the language of derivations. */
  readonly expression: string;
  /** Where it was compared, and what it is not. */
  readonly note: string;
}

/** Options of `identify`. */
export interface IdentifyOptions {
  /** Where values are compared; default `worldsFor` of the expression. */
  readonly worlds?: readonly World[];
  /** The language of the note; default "zh-CN". */
  readonly locale?: Locale;
}

/** Seconds that the comparison may take. */
const budget = 5;

/**
 * What a quantity is: its values in all worlds, at all points of their grids, are those of a known one.
 *
 * Known are KL in either direction, H(p), H(p, q), JS, TV, Hellinger, χ², the sum of both KL, I, H(x | z), the evidence, the ELBO
 * and its parts; each as it is, with the other sign, doubled, halved, in bits, or plus a constant. What agrees is not
 * proved equal: no world tells them apart.
 *
 * @param expression in klab's language
 * @param options `worlds` to compare in, `locale` of the note
 * @returns the quantity, or undefined where it is none of them
 * @throws RangeError or TypeError for an expression that cannot be read
 *
 * @example
 * identify("∑(x ∈ P, P(x)*log(Q(x)/P(x)))").expression; // "-KL(P ‖ Q)"
 */
export function identify(expression: string, options: IdentifyOptions = {}): Identity | undefined {
  if (typeof expression !== "string") {
    throw shapeError("identify", "expression 应为文本", "expression must be a text");
  }
  checkOptions("identify", options, { worlds: checkedLater, locale: checkedLater });
  const { locale = "zh-CN" } = options;
  readExpression(expression);
  // Rounding is felt most where cases are extreme.
  const worlds = ordinaryWorlds(options.worlds ?? worldsFor([expression]));
  const clock = new Clock(budget);
  const own = values(expression, worlds, clock);
  if (!own || !isTelling(own)) return undefined;
  const candidates = knownQuantities(expression);
  let shifted: { readonly match: Match; readonly candidate: string } | undefined;
  for (const candidate of candidates) {
    if (clock.isOver()) break;
    const known = values(candidate, worlds, clock);
    const match = known && isTelling(known) ? matchValues(own, known) : undefined;
    if (match && match.constant === 0) return identityOf(match, candidate, own, worlds, locale);
    if (match) shifted ??= { match, candidate };
  }
  return shifted && identityOf(shifted.match, shifted.candidate, own, worlds, locale);
}

function values(
  expression: string,
  worlds: readonly World[],
  clock: Clock,
): readonly ValueAt[] | undefined {
  try {
    return valuesInWorlds(expression, worlds, clock);
  } catch (error) {
    if (error instanceof ExpressionError || error instanceof ExpressionKindError) return undefined;
    throw error;
  }
}

/** True where values are many and differ: what is 0 everywhere is like everything. */
function isTelling(all: readonly ValueAt[]): boolean {
  const finite = all.map(({ value }) => value).filter(Number.isFinite);
  return finite.length > 1 && Math.max(...finite) - Math.min(...finite) > 1e-6;
}

function identityOf(
  { factor, constant }: Match,
  candidate: string,
  own: readonly ValueAt[],
  worlds: readonly World[],
  locale: Locale,
): Identity {
  const isSum = candidate.includes(" + ");
  const inner = isSum && factor.text !== "" ? `(${candidate})` : candidate;
  const multiple = `${factor.text}${inner}`;
  const rest =
    constant === 0 ? "" : ` ${constant < 0 ? "-" : "+"} ${constantText(Math.abs(constant))}`;
  const expression = `${multiple}${rest}`;
  const name = nameText(`${prefixOf(factor.text, inner)}${rest}`);
  const [zhWhat, enWhat] = meanings.find(([pattern]) => pattern.test(candidate))?.[1] ?? ["", ""];
  const isOpposite = factor.value === -1 && constant === 0;
  const zh = `${zhWhat}${zhWhat && "；"}在${worlds.length}个世界的${own.length}处都相等${isOpposite ? `；是${candidate}的相反数，不是它本身` : ""}`;
  const en = `${enWhat}${enWhat && "; "}equal in ${worlds.length} worlds at ${own.length} points${isOpposite ? `; the negative of ${candidate}, not that itself` : ""}`;
  return { name, expression, note: locale === "en" ? en : zh };
}

/** As a reader writes it: ½ KL, KL/ln 2. */
function prefixOf(factor: string, quantity: string): string {
  if (factor.endsWith("/log(2)*")) return `${factor.startsWith("-") ? "-" : ""}${quantity}/ln 2`;
  return `${factor.replace("1/2*", "½ ").replace("2*", "2 ")}${quantity}`;
}

const nameText = (text: string): string => text.replace(/^-/, "−").replaceAll(" - ", " − ");

/** What quantities are called, by how they are written. */
const meanings: readonly (readonly [RegExp, readonly [zh: string, en: string]])[] = [
  [/^KL.* \+ KL/, ["两个方向的相对熵之和", "the relative entropies of both directions"]],
  [/^KL/, ["相对熵（KL散度）", "a relative entropy (KL divergence)"]],
  [/^H2/, ["赫林格距离的平方", "the squared Hellinger distance"]],
  [/^H\(\w+ \|/, ["条件熵", "a conditional entropy"]],
  [/^H\([a-z], [a-z]\)/, ["联合熵", "a joint entropy"]],
  [/^H\([^()]*(\([^()]*\))?, /, ["交叉熵", "a cross entropy"]],
  [/^H/, ["熵", "an entropy"]],
  [/^JS/, ["JS散度", "the Jensen–Shannon divergence"]],
  [/^TV/, ["全变差距离", "the total variation distance"]],
  [/^χ2/, ["χ²散度", "a χ² divergence"]],
  [/^I\(/, ["互信息", "the mutual information"]],
  [/^log\(/, ["证据的对数", "the logarithm of the evidence"]],
  [/^E\(.* - log\(/, ["证据下界（ELBO）", "the evidence lower bound (ELBO)"]],
  [/^E\(/, ["ELBO的重构项", "the reconstruction term of the ELBO"]],
];

function constantText(value: number): string {
  for (const n of [2, 4]) if (Math.abs(value - Math.log(n)) < 1e-7) return `log(${n})`;
  return String(Number(value.toPrecision(8)));
}
