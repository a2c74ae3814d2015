import type { Locale } from "../../words/locale";
import { type Link, linksOf, type SideCache } from "../checking/try-link";
import type { Program } from "../compile-program";
import type { Compiled } from "../compiled";
import { compile } from "../evaluate/compile-number";
import { ExpressionError, ExpressionKindError } from "../language/expression-error";
import { inOneLanguage } from "../language/in-one-language";
import type { Line } from "../read-steps";
import type { Relation } from "../step";
import { isBound } from "../world";
import { answerInContext } from "./answer-in-context";
import type { Attempt } from "./attempt";
import { exerciseWords } from "./exercise-words";
import { LinkTrials } from "./link-trials";
import { normalForm } from "./normal-form";
import { type ReadAnswer, waysToRead } from "./read-answer";

/** A blank, and what is remembered between answers to it. */
export interface Blank {
  readonly compiled: Compiled;
  /** Values of the chain's own lines, one map a world. */
  readonly caches: readonly SideCache[];
  readonly step: number;
  /** Steps that are left open, this one among them. */
  readonly open: ReadonlySet<number>;
  readonly locale: Locale;
}

/** Judges a line that a student wrote in a blank: in every world, against the line above and the one below. */
export function judgeLine(blank: Blank, typed: string): Attempt {
  const { compiled, step, locale } = blank;
  const isKnown = (name: string): boolean =>
    compiled.programs.every(
      ({ context }) => context.scope.has(name) || context.definitions.has(name),
    );
  const above = linksOf(compiled.lines).find(({ right }) => right === step) as Link;
  let failure: string | undefined;
  for (const read of waysToRead(typed, locale, isKnown)) {
    const made = "failure" in read ? read : compiledAnswer(read, compiled, locale);
    if ("failure" in made) failure ??= made.failure;
    else return judged(blank, above, made);
  }
  return { verdict: "not understood", note: failure ?? "" };
}

/** An answer that every world can evaluate. */
interface CompiledAnswer extends ReadAnswer {
  readonly programs: readonly Program[];
}

function compiledAnswer(
  read: ReadAnswer,
  { programs }: Compiled,
  locale: Locale,
): CompiledAnswer | { readonly failure: string } {
  const answer = answerInContext(read, programs, locale);
  try {
    return {
      ...answer,
      programs: programs.map((program) => ({
        ...program,
        sides: [...program.sides, compile(answer.term, answer.expression, program.context)],
      })),
    };
  } catch (error) {
    if (!(error instanceof ExpressionError || error instanceof ExpressionKindError)) throw error;
    return { failure: inOneLanguage(error.message, locale) };
  }
}

function judged(blank: Blank, above: Link, answer: CompiledAnswer): Attempt {
  const { compiled, locale } = blank;
  const links = linksOf(compiled.lines);
  const { expression, term, programs } = answer;
  const { relation } = above;
  const line: Line = { relation, expression, because: undefined, term, defines: undefined };
  const own = compiled.lines.length;
  const trial = new LinkTrials({ ...blank, programs, lines: [...compiled.lines, line] });
  // What only shows when a value is asked for, such as ∑ over a density, is not understood either.
  const found = understood(locale, () =>
    judge(trial, { line, above, below: belowOf(links, blank), own, typed: answer.relation }),
  );
  for (const cache of blank.caches) {
    for (const key of cache.keys()) if (key.split(" ")[0] === String(own)) cache.delete(key);
  }
  const notes = [found.note, ...answer.notes].filter(Boolean);
  return { ...found, note: notes.join(locale === "en" ? "; " : "；") };
}

/** What `attempt` says, or the error of the expression that it met, in the words of a verdict. */
function understood(locale: Locale, attempt: () => Attempt): Attempt {
  try {
    return attempt();
  } catch (error) {
    if (!(error instanceof ExpressionError || error instanceof ExpressionKindError)) throw error;
    return { verdict: "not understood", note: inOneLanguage(error.message, locale) };
  }
}

interface Places {
  readonly line: Line;
  readonly above: Link;
  /** From the answer to the next line that is not open, where the relations between add up to one. */
  readonly below: Link | undefined;
  /** Index of the answer. */
  readonly own: number;
  /** The relation in front of the answer, where there is one. */
  readonly typed: Relation | undefined;
}

function judge(trying: LinkTrials, { line, above, below, own, typed }: Places): Attempt {
  const { lines, step, locale } = trying;
  const word = exerciseWords[locale];
  const right: Attempt = { verdict: "right", note: word.right };
  if (typed !== undefined && typed !== "=" && typed !== above.relation) {
    const failed = trying.link({ ...above, right: own, relation: typed });
    const note = word.relation(above.relation, typed);
    return { ...(failed && !failed.problem ? trying.wrong(failed) : {}), verdict: "wrong", note };
  }
  // Who writes = where ≥ or =const is asked says more, and has to be right in that.
  if (typed === "=" && above.relation !== "=" && above.relation !== "≈") {
    const equal: Link = { ...above, right: own, relation: "=" };
    const failed = trying.link(equal);
    if (failed) return trying.wrong(failed, equal);
  }
  const form = normalForm(line.term);
  if (form === normalForm(lines[step].term)) return right;
  if (form === normalForm(lines[above.left].term))
    return { verdict: "no progress", note: word.again };
  // A line from further up is no step forward either, though it equals the one above.
  const earlier = lines
    .slice(0, step)
    .findIndex((own) => own.defines === undefined && normalForm(own.term) === form);
  if (earlier >= 0) {
    const place = lines.slice(0, earlier).filter((own) => own.defines === undefined).length;
    return { verdict: "no progress", note: word.still(place + 1) };
  }
  // What equals the line that was left out follows from the one above as that does.
  const same = trying.link({ left: step, right: own, relation: "=" });
  if (same === undefined) return right;
  const isLimit = above.relation === "≈" && !trying.isRandom(step) && !trying.isRandom(own);
  const failed = isLimit ? same : trying.link({ ...above, right: own });
  if (failed) return trying.wrong(failed, { ...above, right: own });
  const next = below && trying.link({ ...below, left: own });
  if (next) return { ...trying.wrong(next), note: word.weak };
  // Against the line that was left out: what follows from it too, and not the other way round, says less.
  const isLooser =
    isBound(above.relation) && trying.link({ ...above, left: step, right: own }) === undefined;
  return isLooser ? { ...right, note: word.looser } : right;
}

/** The first line below that is given, and how it follows from the answer. */
function belowOf(links: readonly Link[], { step, open }: Blank): Link | undefined {
  let relation: Relation = "=";
  let at = step;
  for (const link of links) {
    if (link.left !== at) continue;
    const composed = compose(relation, link.relation);
    if (composed === undefined) return undefined;
    if (!open.has(link.right)) return { left: step, right: link.right, relation: composed };
    relation = composed;
    at = link.right;
  }
  return undefined;
}

function compose(a: Relation, b: Relation): Relation | undefined {
  if (a === b || b === "=") return a;
  return a === "=" ? b : undefined;
}
