import type { DerivativeTerm, NameTerm, Term } from "../language/term";
import {
  type Binding,
  bind,
  type Cell,
  failAt,
  failKind,
  isThunk,
  type Num,
  numberOf,
  type Site,
} from "./context";
import { isArray } from "./resolve";
import { unfold } from "./unfold";

/** What is moved: a value that can be set and put back. */
interface Place {
  get(): number;
  set(value: number): void;
  /** The range in which it may move. */
  readonly range: readonly [number, number];
}

/**
 * ∂(θ, f) by differences: Ridders' extrapolation of central differences, whose error estimate goes into the noise.
 *
 * A derivative of a derivative in the same variable is one second difference, so that no digits are lost twice.
 *
 * Source: C. J. F. Ridders, Accurate computation of F′(x) and F′(x)F″(x), Adv. Eng. Software 4 (1982).
 */
export function compileDerivative(term: DerivativeTerm, site: Site): Num {
  const { body, variable } = term;
  const isSecond = body.kind === "derivative" && sameVariable(body.variable, variable);
  const inner = isSecond ? body.body : body;
  const { place, inside } = placeOf(variable, site);
  const f = numberOf(inner, inside);
  const { state } = site.context;
  const at = (x: number): number => {
    place.set(x);
    return f();
  };
  return () => {
    const x = place.get();
    const room = Math.min(x - place.range[0], place.range[1] - x);
    // Other steps for the second opinion.
    const share = state.quality.name === "fine" ? 0.1 : 0.063;
    const step = Math.min(share * Math.max(1, Math.abs(x)), room > 0 ? room / 2 : share);
    const found = ridders((h) => difference(at, x, h, isSecond), step);
    place.set(x);
    state.noise = Math.max(state.noise, found.error);
    return found.value;
  };
}

function difference(at: (x: number) => number, x: number, h: number, isSecond: boolean): number {
  const [above, below] = [at(x + h), at(x - h)];
  return isSecond ? (above - 2 * at(x) + below) / (h * h) : (above - below) / (2 * h);
}

const whole: readonly [number, number] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
const shrink = 1.6;
const rounds = 8;

/** The limit of a central difference for h → 0, and how far it may be off. */
function ridders(
  of: (h: number) => number,
  start: number,
): { readonly value: number; readonly error: number } {
  let h = start;
  let row = [of(h)];
  let best = { value: row[0], error: Number.POSITIVE_INFINITY };
  for (let i = 1; i < rounds; i++) {
    h /= shrink;
    const next = [of(h)];
    let factor = shrink * shrink;
    for (let j = 1; j <= i; j++) {
      next.push((next[j - 1] * factor - row[j - 1]) / (factor - 1));
      factor *= shrink * shrink;
      const error = Math.max(Math.abs(next[j] - next[j - 1]), Math.abs(next[j] - row[j - 1]));
      if (error <= best.error) best = { value: next[j], error };
    }
    if (Math.abs(next[i] - row[i - 1]) >= 2 * best.error) break;
    row = next;
  }
  return { value: best.value, error: Number.isFinite(best.error) ? 10 * best.error : 0 };
}

const sameVariable = (a: Term, b: Term): boolean =>
  a.kind === "name" && b.kind === "name" && a.name === b.name;

function placeOf(
  variable: DerivativeTerm["variable"],
  site: Site,
): { readonly place: Place; readonly inside: Site } {
  if (variable.kind === "name") return placeOfName(variable, site);
  const value = site.context.scope.get(variable.name);
  if (value === undefined || !isArray(value)) {
    throw failKind(
      site,
      variable.at,
      `∂ 的变量 ${variable.name}[…] 应是世界里的一个数组`,
      `the variable ${variable.name}[…] of ∂ must be an array of the world`,
    );
  }
  // The array is the world's: a copy is moved.
  const own = Array.from(value);
  const index = numberOf(variable.index, site);
  const scope = new Map(site.context.scope).set(variable.name, own);
  const place: Place = {
    get: () => own[index() - 1],
    set: (x) => {
      own[index() - 1] = x;
      site.context.state.version++;
    },
    range: whole,
  };
  return { place, inside: { ...site, context: { ...site.context, scope } } };
}

function placeOfName(
  variable: NameTerm,
  site: Site,
): { readonly place: Place; readonly inside: Site } {
  const { context } = site;
  const binding = site.bindings.get(variable.name);
  // A name that is short for another, as the parameter of a definition, moves what it is short for.
  if (binding && isThunk(binding)) {
    const { term, site: there } = unfold(variable, site);
    if (term.kind === "name") {
      const { place, inside } = placeOfName(term, there);
      return { place, inside: bind(site, variable.name, bindingOf(term, inside)) };
    }
    // Short for an expression: f′(x + 1) moves the argument of f alone.
    const cell: Cell = { value: Number.NaN };
    const place: Place = {
      get: numberOf(variable, site),
      set: (x) => (cell.value = x),
      range: whole,
    };
    return { place, inside: bind(site, variable.name, cell) };
  }
  const known = binding && !isThunk(binding) ? binding : context.free.get(variable.name);
  const constant = context.scope.get(variable.name);
  if (!known && typeof constant !== "number") {
    throw failAt(
      site,
      variable.at,
      `∂ 的变量 ${variable.name} 应是一个数：参数、求和或积分的变量，或世界里的常数`,
      `the variable ${variable.name} of ∂ must be a number: a parameter, a bound variable, or a constant of the world`,
    );
  }
  const cell: Cell = { value: Number.NaN };
  const source = (): number => known?.value ?? (constant as number);
  const points = context.grid.get(variable.name);
  const range: readonly [number, number] = points ? [points[0], points[points.length - 1]] : whole;
  return {
    place: { get: source, set: (x) => (cell.value = x), range },
    inside: bind(site, variable.name, cell),
  };
}

const bindingOf = ({ name }: NameTerm, site: Site): Binding => ({
  term: { kind: "name", name, at: 0 },
  site,
});
