import type { Term } from "../language/term";
import { textTerm } from "../language/text-term";
import { children, contains, withChildren } from "../language/walk";
import { steppedIn } from "./name-use";
import { readSide } from "./read-side";
import type { Remarks } from "./remarks";
import type { Side } from "./side";

/**
 * KL(P_θ ‖ P_{θ+ε}) ≈ ½ ε² F: an expansion, tried by halving ε. The difference has to vanish faster than the last power of
 * ε that is written; F and I(θ), where nothing else tells, are the Fisher information.
 */
export function smallChange(row: readonly Side[], said: Remarks): readonly Side[] {
  const change = changeIn(row.flatMap(({ term }) => (term ? [term] : [])));
  const moved = row.map(({ term }) => term && withSteps(term, change));
  const steps = new Set(moved.flatMap((term) => (term ? stepsIn(term) : [])));
  const [step] = steps;
  const family = moved.map((term) => term && familyIn(term)).find((one) => one !== undefined);
  if (step === undefined || steps.size > 1 || !family) return row;
  if (!row.some(({ relation }) => relation === "≈")) return row;
  said.add("expansion", step);
  const power = 1 + Math.max(1, ...moved.map((term) => (term ? powerOf(term, step) : 0)));
  const information = `E(x ~ ${family}(· | θ), ∂(θ, log(${family}(x | θ)))^2)`;
  const meaning = readSide(information);
  const isFisher = (t: Term): boolean =>
    (t.kind === "name" && /^[FIJ]$/.test(t.name)) ||
    (t.kind === "call" && /^[FIJ]$/.test(t.name) && t.values.length === 1 && t.given.length === 0);
  const put = (t: Term): Term =>
    isFisher(t) && meaning
      ? meaning
      : t.kind === "call" && t.name === "transpose" && t.values.length === 1
        ? put(t.values[0])
        : withChildren(t, put);
  if (moved.some((term) => term && contains(term, isFisher))) said.add("known", "F", information);
  return row.map((side, i): Side => {
    const term = moved[i];
    if (!term) return side;
    const relation = side.relation === "≈" ? (`≈ O(${step}^${power})` as const) : side.relation;
    const whole = put(term);
    return { ...side, relation, term: whole, expression: textTerm(whole) };
  });
}

/** θ′ beside a small δθ is θ + δθ. */
function withSteps(term: Term, change: string | undefined): Term {
  if (change === undefined) return term;
  const parameter = change.slice(1);
  const put = (t: Term): Term =>
    t.kind === "name" && t.name === `${parameter}p`
      ? (readSide(`${parameter} + ${change}`) ?? t)
      : withChildren(t, put);
  return put(term);
}

/** δθ and Δθ among the names. */
function changeIn(terms: readonly Term[]): string | undefined {
  let found: string | undefined;
  const visit = (t: Term): void => {
    if (t.kind === "name" && /^[δΔd][θφψω]$/u.test(t.name)) found ??= t.name;
    children(t).forEach(visit);
  };
  terms.forEach(visit);
  return found;
}

/** Every ε of P(· | θ + ε). */
function stepsIn(term: Term): readonly string[] {
  const own = term.kind === "call" ? term.given.flatMap((t) => steppedIn(t)?.step ?? []) : [];
  return [...own, ...children(term).flatMap(stepsIn)];
}

/** P of P(· | θ + ε). */
function familyIn(term: Term): string | undefined {
  if (term.kind === "call" && term.given.some((t) => steppedIn(t))) return term.name;
  return children(term)
    .map(familyIn)
    .find((name) => name !== undefined);
}

/** The greatest power of ε that is a factor. */
function powerOf(term: Term, step: string): number {
  if (term.kind === "name") return term.name === step ? 1 : 0;
  if (term.kind === "negate") return powerOf(term.body, step);
  if (term.kind === "call" && term.name === "transpose") return powerOf(term.values[0], step);
  if (term.kind !== "binary") return 0;
  const [left, right] = [powerOf(term.left, step), powerOf(term.right, step)];
  if (term.operator === "*") return left + right;
  if (term.operator === "/") return left;
  if (term.operator === "^") return term.right.kind === "number" ? left * term.right.value : 0;
  return Math.max(left, right);
}
