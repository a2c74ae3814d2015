import type { Locale } from "../../words/locale";
import type { Compiled } from "../compiled";
import { drawSamples, setQuality } from "../evaluate/context";
import { fine } from "../lines/quality";
import { Clock, type Interruption } from "./clock";
import { inTime } from "./in-time";
import { linksOf, type SideCache, tryLink } from "./try-link";
import type { CheckResult } from "./verdict";
import { verdictOf } from "./verdict-of";

export interface ChainOptions {
  readonly seed?: number;
  readonly locale: Locale;
  /** Seconds for the whole chain; default 10. */
  readonly budget?: number;
  readonly signal?: Interruption;
}

const defaultBudget = 10;

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
  const steps = links.map((link, done) => {
    // However long one step or world would take, something is left for the others.
    const end = clock.half(links.length - done);
    const trials = programs.map((program, i) => {
      clock.allot(clock.half(programs.length - i, end));
      return inTime(program, () => tryLink(program, lines, link, seed, caches[i]));
    });
    clock.allot(end);
    return verdictOf({ programs, lines, link, trials, seed, locale, budget });
  });
  for (const { context } of programs) context.state.isOver = () => false;
  return { ok: steps.every(({ ok }) => ok), steps };
}
