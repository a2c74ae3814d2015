import type { Locale } from "../../words/locale";
import { check } from "../check";
import { derivation } from "../derivation";
import { inOneLanguage } from "../language/in-one-language";
import { readTex } from "../reading/read-tex";
import { textsOf } from "../reading/reading-note";
import type { Step } from "../step";
import { worldName } from "../world-name";
import { chainChecks } from "../worlds/chain-checks";
import { identify } from "../worlds/identify";
import { worldsTried } from "../worlds-tried";

/** What became of a formula: whether its claims hold or nothing could be told, whether it only defines, was understood. */
export type FormulaStatus = "holds" | "fails" | "undecided" | "defines" | "unchecked" | "unread";

/** A chain of a formula, as it was read and tried. */
export interface AnnotatedChain {
  readonly steps: readonly Step[];
  readonly worlds: readonly string[];
  readonly status: FormulaStatus;
  /** The counter-example, or why there is no verdict. */
  readonly remark: string;
  /** What its sides are. */
  readonly identities: readonly string[];
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
    if (isLeftOut) return { ...base, status: "unchecked", remark: found.notes.join("；") };
    if (!hasClaim) return { ...base, status: "defines", remark: "" };
    try {
      const result = check(derivation({ id: "f", steps, worlds, locale }), { budget, locale });
      // A counter-example in one step outweighs what could not be told of another.
      const bad =
        result.steps.find(({ ok, undecided }) => !ok && !undecided) ??
        result.steps.find(({ ok }) => !ok);
      if (!bad) return { ...base, status: "holds", remark: "" };
      const { world, left, relation, right, note } = bad;
      if (bad.undecided) return { ...base, status: "undecided", remark: `${world}: ${note}` };
      const remark = `${world}: ${left} ${relation} ${right}${note ? ` (${note})` : ""}`;
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
  const said = [...textsOf(reading.notes), ...checks.flatMap(({ notes }) => notes)];
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

/** What the sides are, where that says more than they say themselves. */
function identitiesOf(steps: readonly Step[], locale: Locale): readonly string[] {
  const sides = steps.map(({ expression }) => expression).filter((text) => !text.includes(":="));
  const found = new Set<string>();
  for (const side of sides.slice(0, 4)) {
    if (/^(-?\d|arg|.*\[i\])/.test(side)) continue;
    try {
      const identity = identify(side, { locale });
      if (identity && !sides.includes(identity.expression))
        found.add(`${side} = ${identity.name} (${identity.note})`);
    } catch (error) {
      if (!(error instanceof RangeError || error instanceof TypeError)) throw error;
    }
  }
  return [...found];
}
