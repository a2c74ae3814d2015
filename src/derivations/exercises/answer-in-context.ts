import type { Locale } from "../../words/locale";
import type { Program } from "../compile-program";
import { isLineDistribution } from "../joints/is-line-distribution";
import { isJoint } from "../joints/joint";
import type { Term } from "../language/term";
import { textTerm } from "../language/text-term";
import { withChildren } from "../language/walk";
import { exerciseWords } from "./exercise-words";
import type { ReadAnswer } from "./read-answer";

/**
 * An answer with its distributions as the chain has them: q(z | x) where q is one distribution of z, as textbooks write
 * it, and p beside it where p(z) of a joint p(x, z) is meant. Each change is said.
 */
export function answerInContext(
  read: ReadAnswer,
  programs: readonly Program[],
  locale: Locale,
): ReadAnswer {
  const word = exerciseWords[locale];
  const notes = new Set<string>();
  const isPlain = (name: string): boolean =>
    programs.every(({ context }) => isLineDistribution(context.scope.get(name)));
  const withoutCondition = (t: Term): Term => {
    if (t.kind !== "call" || t.given.length === 0 || !isPlain(t.name)) return t;
    notes.add(word.unconditional(t.name));
    const [value] = t.values;
    return value === undefined || value.kind === "blank"
      ? { kind: "name", name: t.name, at: t.at }
      : { ...t, given: [] };
  };
  /** p(z) for the p of a joint, where x has a value. */
  const marginal = (t: Term): Term => {
    if (t.kind !== "name") return t;
    const hidden = programs.map(({ context: { scope } }) => {
      const own = scope.get(t.name);
      const free = isJoint(own) ? own.variables.filter((v) => !scope.has(v)) : [];
      return free.length === 1 ? free[0] : undefined;
    });
    const [variable] = hidden;
    if (variable === undefined || hidden.some((other) => other !== variable)) return t;
    notes.add(word.marginal(t.name, variable));
    return { ...t, kind: "call", values: [{ ...t, name: variable }], given: [] };
  };
  const visit = (t: Term): Term => {
    const inner = withoutCondition(withChildren(t, visit));
    if (inner.kind !== "divergence") return inner;
    const { p, q } = inner;
    const isOfHidden = (side: Term): boolean => side.kind === "name" && isPlain(side.name);
    if (isOfHidden(p)) return { ...inner, q: marginal(q) };
    return isOfHidden(q) ? { ...inner, p: marginal(p) } : inner;
  };
  const term = visit(read.term);
  if (notes.size === 0) return read;
  return { ...read, term, expression: textTerm(term), notes: [...read.notes, ...notes] };
}
