import type { Locale } from "../../words/locale";
import { Clock } from "../checking/clock";
import { diagnose } from "../checking/diagnose";
import { inTime } from "../checking/in-time";
import { isRandom, type Link, type SideCache, tryLink } from "../checking/try-link";
import { passes, type Trial } from "../checking/verdict";
import { verdictWords } from "../checking/verdict-words";
import type { Program } from "../compile-program";
import { drawSamples, setQuality } from "../evaluate/context";
import { OutOfTime } from "../evaluate/tick";
import { fine } from "../lines/quality";
import type { Line } from "../read-steps";
import { isBound, ordinaryWorlds } from "../world";
import { worldName } from "../world-name";
import type { Attempt } from "./attempt";
import { exerciseWords } from "./exercise-words";

// Far more than an answer takes on a machine that is not busy, where half a second is the most that was seen.
const budget = 2;
/** Of work, for an extreme world: more than that is for tables of thousands within each other. */
const extremeBudget = 0.5;

interface LinkTrialsParts {
  readonly programs: readonly Program[];
  readonly lines: readonly Line[];
  readonly step: number;
  readonly locale: Locale;
  /** Values of lines, one map a world. */
  readonly caches: readonly SideCache[];
}

/** Tries links in all worlds until one of them speaks against it. */
export class LinkTrials {
  readonly lines: readonly Line[];
  readonly step: number;
  readonly locale: Locale;
  readonly #programs: readonly Program[];
  readonly #caches: readonly SideCache[];
  readonly #clock: Clock;

  constructor({ programs, lines, step, locale, caches }: LinkTrialsParts) {
    const clock = new Clock(budget);
    for (const { context } of programs) {
      context.state.isOver = () => clock.isOver();
      setQuality(context, fine);
      drawSamples(context, 0);
    }
    this.lines = lines;
    this.step = step;
    this.locale = locale;
    this.#programs = programs;
    this.#caches = caches;
    this.#clock = clock;
  }

  isRandom(index: number): boolean {
    return this.#programs.some(({ context }) => isRandom(this.lines[index], context));
  }

  /** The trial that speaks against a link; undefined where none does. */
  link(link: Link): Trial | undefined {
    const attempt = (i: number): Trial =>
      inTime(this.#programs[i], () =>
        tryLink(this.#programs[i], this.lines, link, 0, this.#caches[i]),
      );
    for (const i of this.#worlds(false)) {
      const trial = attempt(i);
      if (trial.problem?.kind === "variance") continue;
      if (!passes(trial)) return trial;
    }
    for (const i of isBound(link.relation) ? this.#worlds(true) : []) {
      this.#clock.limit(extremeBudget);
      const trial = attempt(i);
      // A world that takes too long tells nothing; where others took the time it may be the counter-example.
      const isCutShort = trial.problem?.kind === "time" && !this.#clock.isUsedUp();
      this.#clock.limit(Number.POSITIVE_INFINITY);
      if ((!trial.problem || isCutShort) && !passes(trial)) return trial;
    }
    return undefined;
  }

  #worlds(areExtreme: boolean): readonly number[] {
    const ordinary = new Set(ordinaryWorlds(this.#programs.map(({ context }) => context.world)));
    return this.#programs.flatMap(({ context }, i) =>
      ordinary.has(context.world) === areExtreme ? [] : [i],
    );
  }

  /** What a failed trial says to the student. */
  wrong({ world, left, right, problem, at }: Trial, link?: Link): Attempt {
    const word = verdictWords[this.locale];
    const where = at.length > 0 ? word.at(at.map(([n, v]) => `${n} = ${v}`).join(", ")) : "";
    const reason = problem
      ? `${exerciseWords[this.locale].undecided}${problem.text ? `: ${problem.text}` : ""}`
      : link
        ? this.#hint(link)
        : "";
    const note = [where, reason].filter(Boolean).join(this.locale === "en" ? "; " : "；");
    return { verdict: "wrong", note, world: worldName(world, this.locale), left, right };
  }

  #hint(link: Link): string {
    try {
      const worlds = this.#worlds(false);
      const programs = worlds.map((i) => this.#programs[i]);
      const trials = worlds.map((i) =>
        tryLink(this.#programs[i], this.lines, link, 0, this.#caches[i]),
      );
      const tried = { programs, lines: this.lines, link, trials };
      return diagnose({ ...tried, seed: 0, locale: this.locale, budget });
    } catch (error) {
      if (error instanceof OutOfTime) return "";
      throw error;
    }
  }
}
