import type { Distribution } from "../../distributions/distribution";
import type { Doubt } from "../../math/maximize-on-grid";
import { seeded } from "../../math/random";
import { ExpressionError, ExpressionKindError } from "../language/expression-error";
import type { Definition, Term } from "../language/term";
import { fine, type Quality } from "../lines/quality";
import type { ScopeValue, World } from "../world";
import { drawEvenly } from "./draw-evenly";

/** A number that evaluation looks up each time: a bound variable, or one of the grid. */
export interface Cell {
  value: number;
  /** Bounds that the value keeps, where they are known. */
  readonly range?: readonly [low: number, high: number];
}

/** A name that is short for a term, seen from where the term stands. */
export interface Thunk {
  readonly term: Term;
  readonly site: Site;
}

/** What a name is bound to. */
export type Binding = Cell | Thunk;

export const isThunk = (binding: Binding): binding is Thunk => "term" in binding;

export type Bindings = ReadonlyMap<string, Binding>;

/** What the compiled expressions of one derivation in one world share. */
export interface Context {
  readonly world: World;
  readonly scope: ReadonlyMap<string, ScopeValue>;
  readonly grid: ReadonlyMap<string, readonly number[]>;
  readonly samples: ReadonlyMap<string, SampleCell>;
  readonly definitions: ReadonlyMap<string, Definition & { readonly expression: string }>;
  /** Cells of the grid, and of m. */
  readonly free: ReadonlyMap<string, Cell>;
  readonly state: State;
}

export interface SampleCell {
  readonly from: Distribution;
  readonly size: number;
  values: ArrayLike<number>;
  /** Samples already drawn, by seed and factor: every point of the grid is tried on the same ones. */
  readonly drawn: Map<string, ArrayLike<number>>;
}

const mostDrawn = 100;

/** What changes between one evaluation and the next. */
export interface State {
  quality: Quality;
  /** Counts samples drawn and qualities set: remembered values of older versions are stale. */
  version: number;
  /** A product fell below the least double although no factor is 0. */
  underflow: boolean;
  /** Somewhere the logarithm of a difference was taken that rounding, perhaps, made 0. */
  rounded: boolean;
  /** Why the place of an optimum says nothing. */
  doubt: Doubt | undefined;
  /** Steps since the start, and whether the time for the present trial is over. */
  ticks: number;
  isOver: () => boolean;
  /** How far an optimum may be off because its function is flat there, or an endless sum. */
  noise: number;
}

/** An expression ready to be evaluated; what it depends on lies in cells. */
export type Num = () => number;

/** The ways to compile a term; handed down, since every form of term holds others. */
export interface Compiler {
  number(term: Term, site: Site): Num;
  log(term: Term, site: Site): Num;
  /** ln |term|. */
  logAbs(term: Term, site: Site): Num;
}

/** A piece of one expression being compiled: the text for errors, and what is bound there. */
export interface Site {
  readonly context: Context;
  readonly expression: string;
  readonly bindings: Bindings;
  readonly compiler: Compiler;
}

export const numberOf = (term: Term, site: Site): Num => site.compiler.number(term, site);
export const logOf = (term: Term, site: Site): Num => site.compiler.log(term, site);
export const logAbsOf = (term: Term, site: Site): Num => site.compiler.logAbs(term, site);

export const bind = (site: Site, name: string, cell: Binding): Site => ({
  ...site,
  bindings: new Map([...site.bindings, [name, cell]]),
});

/** The site of a definition's body: its parameters are bound, and only earlier definitions are known. */
export function insideDefinition(site: Site, name: string, bindings: Bindings): Site {
  const { context } = site;
  const entries = [...context.definitions];
  const index = entries.findIndex(([key]) => key === name);
  return {
    ...site,
    context: { ...context, definitions: new Map(entries.slice(0, index)) },
    expression: entries[index][1].expression,
    bindings,
  };
}

export function failAt(site: Site, at: number, zh: string, en: string): ExpressionError {
  return new ExpressionError({ expression: site.expression, at }, zh, en);
}

export function failKind(site: Site, at: number, zh: string, en: string): ExpressionKindError {
  return new ExpressionKindError({ expression: site.expression, at }, zh, en);
}

/**
 * Draws every sample anew, `factor` times as large as the world says.
 *
 * @param spread "even" puts one value in each of as many equal parts of the probability, in random order: what a mean
 *   over the sample comes to is then seen far more sharply than with independent values
 */
export function drawSamples(
  context: Context,
  seed: number,
  factor = 1,
  spread: "independent" | "even" = "independent",
): void {
  let stream = 0;
  for (const [name, sample] of context.samples) {
    const size = sample.size * factor;
    const key = `${seed} ${factor} ${spread}`;
    let values = sample.drawn.get(key);
    if (!values) {
      const prng = seeded(seed * 1009 + stream);
      values =
        spread === "even" ? drawEvenly(sample.from, size, prng) : sample.from.sample(size, prng);
      if (sample.drawn.size >= mostDrawn) sample.drawn.clear();
      sample.drawn.set(key, values);
    }
    stream++;
    sample.values = values;
    const cell = context.free.get("m");
    if (cell && name === [...context.samples.keys()][0]) cell.value = size;
  }
  context.state.version++;
}

export function setQuality(context: Context, quality: Quality): void {
  context.state.quality = quality;
  context.state.version++;
}

export const initialState = (): State => ({
  quality: fine,
  version: 0,
  underflow: false,
  rounded: false,
  doubt: undefined,
  noise: 0,
  ticks: 0,
  isOver: () => false,
});
