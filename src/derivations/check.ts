import { shapeError, valueError } from "../words/errors";
import type { Locale } from "../words/locale";
import { diagnose } from "./checking/diagnose";
import { type Link, linksOf, type SideCache, tryLink } from "./checking/try-link";
import { type CheckResult, passes, type Trial, type Verdict, worse } from "./checking/verdict";
import { verdictWords } from "./checking/verdict-words";
import type { Program } from "./compile-program";
import type { Derivation } from "./derivation";
import { drawSamples, setQuality } from "./evaluate/context";
import { fine } from "./evaluate/measure";
import type { Line } from "./read-steps";
import { derivationBrand, programsOf, readingOf } from "./registry";

export interface CheckOptions {
  /** Of the samples; default 0. */
  readonly seed?: number;
  /** The language of the notes; default that of the derivation. */
  readonly locale?: Locale;
}

/**
 * Tries every relation of a derivation in every world, and looks for a counter-example.
 *
 * Each side is computed with two accuracies, whose difference is what may be excused; `≈` is tried on 24 samples of
 * size m and of size 16 m; `=const` on the spread over the grid. ∞ = ∞ holds. What passes is not proved: no
 * counter-example was found.
 *
 * @param derivation made by `derivation`
 * @param options `seed` of the samples (an integer ≥ 0, default 0), `locale` of the notes
 * @returns `ok`, and a verdict for each relation, from the second step on
 * @throws TypeError for what is no derivation, RangeError for a seed out of range
 *
 * @example
 * check(derivation({ id: "gibbs", steps: [{ expression: "KL(P ‖ Q)" }, { relation: "≥", expression: "0" }] })).ok; // true
 */
export function check(derivation: Derivation, options: CheckOptions = {}): CheckResult {
  if ((derivation as Partial<Derivation> | null)?.[derivationBrand] !== true) {
    throw shapeError(
      "check",
      "第一个参数应是 derivation(…) 的结果",
      "the first argument must be made by derivation(…)",
    );
  }
  const { seed = 0, locale = derivation.locale } = options;
  if (!(Number.isSafeInteger(seed) && seed >= 0)) {
    throw valueError(
      "check",
      `seed 是 ${seed}，应为 ≥ 0 的整数`,
      `seed is ${seed}; give an integer ≥ 0`,
    );
  }
  const { lines } = readingOf(derivation);
  const programs = programsOf(derivation);
  const caches = programs.map((): SideCache => new Map());
  for (const { context } of programs) {
    setQuality(context, fine);
    drawSamples(context, seed);
  }
  const steps = linksOf(lines).map((link) => {
    const trials = programs.map((program, i) => tryLink(program, lines, link, seed, caches[i]));
    return verdictOf(programs, lines, link, trials, seed, locale);
  });
  return { ok: steps.every(({ ok }) => ok), steps };
}

function verdictOf(
  programs: readonly Program[],
  lines: readonly Line[],
  link: Link,
  trials: readonly Trial[],
  seed: number,
  locale: Locale,
): Verdict {
  const word = verdictWords[locale];
  const worst = trials.reduce(worse);
  const ok = passes(worst);
  const { problem, at } = worst;
  const notes: string[] = [];
  if (!ok && at.length > 0 && link.relation !== "=const") {
    notes.push(word.at(at.map(([name, value]) => `${name} = ${value}`).join(", ")));
  }
  if (problem?.kind === "thrown") notes.push(problem.text ?? "");
  else if (problem?.kind === "spread") notes.push(word.spread(problem.text ?? ""));
  else if (problem) notes.push(word[problem.kind]);
  else if (!ok) notes.push(diagnose(programs, lines, link, trials, seed, locale));
  const isInfinite = (t: Trial): boolean => t.left === t.right && !Number.isFinite(t.left);
  if (ok && link.relation !== "=const" && trials.every(isInfinite)) notes.push(word.bothInfinite);
  const { left, right, gap, allowed, world } = worst;
  return {
    ok,
    relation: link.relation,
    left,
    right,
    gap,
    allowed,
    world,
    note: notes.filter(Boolean).join(locale === "en" ? "; " : "；"),
    step: link.right,
    worlds: programs.length,
  };
}
