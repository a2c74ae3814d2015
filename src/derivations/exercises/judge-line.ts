import type { Locale } from "../../words/locale";
import { linkAbove, linkBelow } from "../checking/links-across";
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
  const { compiled, locale } = blank;
  const isKnown = (name: string): boolean =>
    compiled.programs.every(
      ({ context }) => context.scope.has(name) || context.definitions.has(name),
    );
  let failure: string | undefined;
  for (const read of waysToRead(typed, locale, isKnown)) {
    const made = "failure" in read ? read : compiledAnswer(read, compiled, locale);
    if ("failure" in made) failure ??= made.failure;
    else return judged(blank, made);
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

function judged(blank: Blank, answer: CompiledAnswer): Attempt {
  const { compiled, locale, step, open } = blank;
  const links = linksOf(compiled.lines);
  const { expression, term, programs } = answer;
  const isOpen = (at: number): boolean => compiled.lines[at].isOpen === true;
  const { relation } = compiled.lines[step];
  const line: Line = { relation, expression, because: undefined, term, defines: undefined };
  const own = compiled.lines.length;
  const trial = new LinkTrials({ ...blank, programs, lines: [...compiled.lines, line] });
  const above = linkAbove(links, step, (at) => !isOpen(at));
  const below = linkBelow(links, step, (at) => !isOpen(at) && !open.has(at));
  // What only shows when a value is asked for, such as ∑ over a density, is not understood either.
  const found = understood(locale, () =>
    judge(trial, { line, above, below, own, typed: answer.relation }),
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
  /** From the nearest line above that is written, where the relations between add up to one. */
  readonly above: Link | undefined;
  /** From the answer to the next line that is not open, where the relations between add up to one. */
  readonly below: Link | undefined;
  /** Index of the answer. */
  readonly own: number;
  /** The relation in front of the answer, where there is one. */
  readonly typed: Relation | undefined;
}

function judge(trying: LinkTrials, places: Places): Attempt {
  const { line, above, own, typed } = places;
  const { step, locale } = trying;
  const asked = line.relation;
  const tried = above && { ...above, right: own };
  if (asked !== undefined && typed !== undefined && typed !== "=" && typed !== asked) {
    const failed = tried && trying.link({ ...tried, relation: typed });
    const note = exerciseWords[locale].relation(asked, typed);
    return { ...(failed && !failed.problem ? trying.wrong(failed) : {}), verdict: "wrong", note };
  }
  // Who writes = where ≥ or =const is asked says more, and has to be right in that.
  if (typed === "=" && tried && asked !== "=" && asked !== "≈") {
    const equal: Link = { left: tried.left, right: own, relation: "=" };
    const failed = trying.link(equal);
    if (failed) return trying.wrong(failed, equal);
  }
  const isOpen = trying.lines[step].isOpen === true;
  return isOpen ? judgeOpen(trying, places) : judgeWritten(trying, places);
}

/** Against the line that was left out, and against those around it. */
function judgeWritten(trying: LinkTrials, places: Places): Attempt {
  const { line, above, below, own } = places;
  const { lines, step, locale } = trying;
  const word = exerciseWords[locale];
  const right: Attempt = { verdict: "right", note: word.right };
  if (normalForm(line.term) === normalForm(lines[step].term)) return right;
  const repeated = repetition(trying, places);
  if (repeated) return repeated;
  // What equals the line that was left out follows from the one above as that does.
  const same = trying.link({ left: step, right: own, relation: "=" });
  if (same === undefined || !above) return right;
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

/** Against the lines around it alone: it follows from the one above, the next one follows from it, and it is neither. */
function judgeOpen(trying: LinkTrials, places: Places): Attempt {
  const { line, above, below, own } = places;
  const { lines, step, locale } = trying;
  const word = exerciseWords[locale];
  const repeated = repetition(trying, places);
  if (repeated) return repeated;
  const form = normalForm(line.term);
  const later = lines.findIndex(
    (other, i) => i > step && i < own && isWritten(other) && normalForm(other.term) === form,
  );
  if (later >= 0) return { verdict: "no progress", note: word.ahead(later === below?.right) };
  const failed = above && trying.link({ ...above, right: own });
  if (failed) return trying.wrong(failed, { ...above, right: own });
  const next = below && trying.link({ ...below, left: own });
  if (next) return { ...trying.wrong(next), note: word.weak };
  return { verdict: "right", note: word.right };
}

const isWritten = ({ defines, isOpen }: Line): boolean => defines === undefined && !isOpen;

/** A line above once more is no step forward, though it may equal the one that belongs here. */
function repetition(trying: LinkTrials, { line, above }: Places): Attempt | undefined {
  const { lines, step, locale } = trying;
  const word = exerciseWords[locale];
  const form = normalForm(line.term);
  if (above && form === normalForm(lines[above.left].term))
    return { verdict: "no progress", note: word.again };
  const earlier = lines
    .slice(0, step)
    .findIndex((own) => isWritten(own) && normalForm(own.term) === form);
  if (earlier < 0) return undefined;
  const place = lines.slice(0, earlier).filter((own) => own.defines === undefined).length;
  return { verdict: "no progress", note: word.still(place + 1) };
}
