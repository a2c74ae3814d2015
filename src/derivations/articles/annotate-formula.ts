import type { Locale } from "../../words/locale";
import { check } from "../check";
import { derivation } from "../derivation";
import { valueText } from "../derivation-words";
import { inOneLanguage } from "../language/in-one-language";
import { readTex } from "../reading/read-tex";
import { placedTexts } from "../reading/reading-note";
import type { Step } from "../step";
import { worldName } from "../world-name";
import { chainChecks } from "../worlds/chain-checks";
import { identify } from "../worlds/identify";
import { worldsTried } from "../worlds-tried";
import { articleWords } from "./article-words";
import type { FormulaStatus } from "./formula-status";
import { numbersUsed } from "./numbers-used";

/** What a side of a chain is, by its values. */
export interface SideIdentity {
  readonly side: string;
  readonly name: string;
  readonly note: string;
}

/** A chain of a formula, as it was read and tried. */
export interface AnnotatedChain {
  readonly steps: readonly Step[];
  readonly worlds: readonly string[];
  readonly status: FormulaStatus;
  /** The counter-example, or why there is no verdict. */
  readonly remark: string;
  /** What its sides are. */
  readonly identities: readonly SideIdentity[];
}

/** A formula with everything that is said of it. */
export interface AnnotatedFormula {
  readonly status: FormulaStatus;
  /** Chains as they were read, one line each. */
  readonly readings: readonly string[];
  readonly notes: readonly string[];
  readonly unread: readonly string[];
  readonly chains: readonly AnnotatedChain[];
}

/**
 * Reads, tries and names a formula. Nothing of it is executed but as an expression of klab's language. `budget` is the
 * seconds that the check of one chain may take.
 */
export function annotateFormula(tex: string, locale: Locale, budget = 10): AnnotatedFormula {
  const reading = readTex(tex, { locale });
  const checks = chainChecks(reading.chains, locale);
  const chains = checks.map((found): AnnotatedChain => {
    const { steps, hasClaim, isLeftOut, reason } = found;
    const worlds = worldsTried(steps, found.worlds);
    const names = worlds.map(({ name }) => worldName(name, locale));
    const identities = worlds.length > 0 ? identitiesOf(steps, locale) : [];
    const base = { steps, worlds: names, identities };
    if (worlds.length === 0)
      return { ...base, status: "unchecked", remark: inOneLanguage(reason ?? "", locale) };
    if (isLeftOut) {
      const remark = found.notes.join(locale === "en" ? "; " : "；");
      return { ...base, worlds: [], status: "unchecked", remark };
    }
    if (!hasClaim) return { ...base, status: "defines", remark: "" };
    try {
      const result = check(derivation({ id: "f", steps, worlds, locale }), { budget, locale });
      // A counter-example in one step outweighs what could not be told of another.
      const bad =
        result.steps.find(({ ok, undecided }) => !ok && !undecided) ??
        result.steps.find(({ ok }) => !ok);
      if (!bad) return { ...base, status: "holds", remark: "" };
      const word = articleWords[locale];
      const world = worldName(bad.world, locale);
      if (bad.undecided)
        return { ...base, status: "undecided", remark: word.undecided(world, bad.note) };
      const [left, right] = [valueText(bad.left), valueText(bad.right)];
      const claims = steps.filter(({ expression }) => !expression.includes(":="));
      const step = claims.length > 2 ? claims.indexOf(steps[bad.step]) : 0;
      const numbers = numbersUsed(
        steps,
        worlds.find(({ name }) => name === bad.world),
      );
      const note = [numbers, bad.note].filter(Boolean).join(locale === "en" ? "; " : "；");
      const remark = word.counterexample({ step, world, left, right, note });
      return { ...base, status: "fails", remark };
    } catch (error) {
      if (!(error instanceof RangeError || error instanceof TypeError)) throw error;
      return {
        ...base,
        status: "unchecked",
        remark: inOneLanguage(error.message.split("\n")[0], locale),
      };
    }
  });
  const said = [
    ...placedTexts(reading.notes, locale),
    ...checks.flatMap(({ notes, isLeftOut }) => (isLeftOut ? [] : notes)),
  ];
  return {
    status: statusOf(chains, reading.unread.length),
    readings: reading.chains.map((chain) =>
      chain
        .map(({ relation, expression }) => (relation ? `${relation} ${expression}` : expression))
        .join(" "),
    ),
    notes: [...new Set(said)],
    unread: reading.unread.map(({ tex: part, reason }) => `${part.trim()}: ${reason}`),
    chains,
  };
}

function statusOf(chains: readonly AnnotatedChain[], unread: number): FormulaStatus {
  const has = (status: FormulaStatus): boolean => chains.some((chain) => chain.status === status);
  if (has("fails")) return "fails";
  if (unread > 0 || chains.length === 0) return "unread";
  if (has("undecided")) return "undecided";
  if (has("unchecked")) return "unchecked";
  return has("holds") ? "holds" : "defines";
}

/** Without the order of what stands in brackets, where it makes no difference: I(x; y) is I(y; x). */
const inAnyOrder = (text: string): string =>
  /^(I|JS|TV|H2)\(|^H\([a-z], [a-z]\)$/.test(text) ? [...text].sort().join("") : text;

/** What the sides are, where that says more than they say themselves. */
function identitiesOf(steps: readonly Step[], locale: Locale): readonly SideIdentity[] {
  const sides = steps.map(({ expression }) => expression).filter((text) => !text.includes(":="));
  const found: SideIdentity[] = [];
  for (const side of sides.slice(0, 4)) {
    if (/^(-?\d|arg|.*\[i\])/.test(side)) continue;
    try {
      const identity = identify(side, { locale });
      if (identity && !sides.some((own) => inAnyOrder(own) === inAnyOrder(identity.expression)))
        found.push({ side, name: identity.name, note: identity.note });
    } catch (error) {
      if (!(error instanceof RangeError || error instanceof TypeError)) throw error;
    }
  }
  return found;
}
