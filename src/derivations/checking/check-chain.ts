import type { Locale } from "../../words/locale";
import type { Compiled } from "../compiled";
import { drawSamples, setQuality } from "../evaluate/context";
import { fine } from "../lines/quality";
import { isBound, ordinaryWorlds } from "../world";
import { Clock, type Interruption } from "./clock";
import { inTime } from "./in-time";
import { linkAbove } from "./links-across";
import { type Link, linksOf, type SideCache, tryLink } from "./try-link";
import { type CheckResult, passes, type Trial, type Verdict } from "./verdict";
import { verdictOf } from "./verdict-of";
import { verdictWords } from "./verdict-words";

export interface ChainOptions {
  readonly seed?: number;
  readonly locale: Locale;
  /** Seconds for the whole chain; default 10. */
  readonly budget?: number;
  readonly signal?: Interruption;
}

const defaultBudget = 10;
/** Seconds of work for a bound in an extreme world; tables of thousands within each other would take hours. */
const extremeBudget = 0.5;

/** Tries every relation of a compiled derivation in every world, each with its share of the time. */
export function checkChain({ lines, programs }: Compiled, options: ChainOptions): CheckResult {
  const { seed = 0, locale, budget = defaultBudget, signal } = options;
  const clock = new Clock(budget, signal);
  const caches = programs.map((): SideCache => new Map());
  for (const { context } of programs) {
    context.state.isOver = () => clock.isOver();
    setQuality(context, fine);
    drawSamples(context, seed);
  }
  const links = linksOf(lines);
  const indices = programs.map((_, i) => i);
  const usual = new Set(ordinaryWorlds(programs.map(({ context }) => context.world)));
  const ordinary = indices.filter((i) => usual.has(programs[i].context.world));
  const extreme = indices.filter((i) => !ordinary.includes(i));
  const isWritten = (line: number): boolean => !lines[line].isOpen;
  const steps = links.map((own, done) => {
    const link = isWritten(own.right) ? linkAbove(links, own.right, isWritten) : undefined;
    if (!link) return openVerdict(own, !isWritten(own.right), locale);
    // However long one step or world would take, something is left for the others.
    const end = clock.half(links.length - done);
    const attempt = (index: number): Trial =>
      inTime(programs[index], () => tryLink(programs[index], lines, link, seed, caches[index]));
    const tried = ordinary.map((index, i) => {
      clock.allot(clock.half(ordinary.length - i, end));
      return { program: programs[index], trial: attempt(index) };
    });
    const isRefuted = (): boolean => tried.some(({ trial }) => !trial.problem && !passes(trial));
    const tooLong: string[] = [];
    for (const index of isBound(link.relation) ? extreme : []) {
      if (isRefuted()) break;
      clock.allot(clock.half(2, end));
      clock.limit(extremeBudget);
      const trial = attempt(index);
      const isOutOfTime = trial.problem?.kind === "time";
      if (isOutOfTime && clock.isUsedUp()) tooLong.push(trial.world);
      // Other problems tell nothing; where time was short, or others took it, this may be the counter-example.
      else if (!trial.problem || isOutOfTime) tried.push({ program: programs[index], trial });
    }
    clock.allot(end);
    const used = tried.map(({ program }) => program);
    const trials = tried.map(({ trial }) => trial);
    const verdict = verdictOf({
      programs: used,
      lines,
      link,
      trials,
      tooLong,
      seed,
      locale,
      budget,
    });
    if (link.left === own.left) return verdict;
    const across = verdictWords[locale].across;
    return {
      ...verdict,
      note: [across, verdict.note].filter(Boolean).join(locale === "en" ? "; " : "；"),
    };
  });
  for (const { context } of programs) context.state.isOver = () => false;
  // Where nothing was tried nothing was found to hold.
  return { ok: steps.length > 0 && steps.every(({ ok }) => ok), steps };
}

/** Of a step that is open, or of one behind it that cannot be compared with what stands before it. */
function openVerdict({ relation, right }: Link, open: boolean, locale: Locale): Verdict {
  const word = verdictWords[locale];
  const nothing = { left: Number.NaN, right: Number.NaN, gap: Number.NaN, allowed: 0 };
  const note = open ? word.open : word.behindOpen;
  return {
    ok: false,
    undecided: true,
    open,
    relation,
    ...nothing,
    world: "",
    note,
    step: right,
    worlds: 0,
  };
}
