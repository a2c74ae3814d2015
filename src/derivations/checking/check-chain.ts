import type { Locale } from "../../words/locale";
import type { Compiled } from "../compiled";
import { drawSamples, setQuality } from "../evaluate/context";
import { fine } from "../evaluate/measure";
import { linksOf, type SideCache, tryLink } from "./try-link";
import type { CheckResult } from "./verdict";
import { verdictOf } from "./verdict-of";

export interface ChainOptions {
  readonly seed?: number;
  readonly locale: Locale;
}

/** Tries every relation of a compiled derivation in every world. */
export function checkChain({ lines, programs }: Compiled, options: ChainOptions): CheckResult {
  const { seed = 0, locale } = options;
  const caches = programs.map((): SideCache => new Map());
  for (const { context } of programs) {
    setQuality(context, fine);
    drawSamples(context, seed);
  }
  const steps = linksOf(lines).map((link) => {
    const trials = programs.map((program, i) => tryLink(program, lines, link, seed, caches[i]));
    return verdictOf({ programs, lines, link, trials, seed, locale });
  });
  return { ok: steps.every(({ ok }) => ok), steps };
}
