import { valueError } from "../words/errors";
import type { Locale } from "../words/locale";
import { type ReadingLink, readTex, type TexReading } from "./reading/read-tex";
import { textsOf } from "./reading/reading-note";
import type { OpenStep, Step } from "./step";
import { type ChainCheck, chainChecks } from "./worlds/chain-checks";

/** A step in TeX: one expression, or one with its relation before it. */
export interface TexStep {
  readonly tex: string;
  readonly because?: string;
}

export const isTexStep = (step: unknown): step is TexStep =>
  typeof step === "object" &&
  step !== null &&
  typeof (step as Partial<TexStep>).tex === "string" &&
  (step as { expression?: unknown }).expression === undefined;

/**
 * The one chain of claims of a formula, with the definitions that it uses, and worlds to try it in.
 *
 * @throws RangeError where a part is not understood, or where there are several chains: the message lists them
 */
export function chainOfTex(
  tex: string,
  locale: Locale,
): Pick<ChainCheck, "steps" | "worlds" | "reason" | "notes"> {
  const { chains, notes } = read(tex, locale);
  const found = onlyChain(chains, locale);
  return { ...found, notes: [...textsOf(notes), ...found.notes] };
}

/** Steps in TeX, as steps in the language: names are understood from all of them together. */
export function stepsOfTex(
  steps: readonly (Step | TexStep | OpenStep)[],
  locale: Locale,
): readonly (Step | OpenStep)[] {
  const isTex = steps.map(isTexStep);
  if (!isTex.includes(true)) return steps as readonly (Step | OpenStep)[];
  // Read as one formula, so that x under one step's sum is the x of another.
  const texts = steps.flatMap((step) => (isTexStep(step) ? [step.tex] : []));
  const { chains } = read(texts.join(" \\\\ "), locale);
  const links = chains.flat();
  const own = links.length === texts.length ? links : texts.map((text) => singleLink(text, locale));
  let next = 0;
  return steps.map((step, i): Step | OpenStep => {
    if (!isTexStep(step)) return step;
    const { relation, expression } = own[next++];
    const because = step.because === undefined ? {} : { because: step.because };
    const typed = relation === undefined || i === 0 ? {} : { relation: relationTyped(relation) };
    return { expression, ...typed, ...because };
  });
}

function singleLink(tex: string, locale: Locale): ReadingLink {
  const links = read(tex, locale).chains.flat();
  if (links.length === 1) return links[0];
  throw valueError(
    "derivation",
    `一步只写一个式子，「${tex}」里有 ${links.length} 个；整条链写进 derivation 的 tex`,
    `a step is one expression, "${tex}" has ${links.length}; a whole chain belongs in tex of derivation`,
  );
}

function relationTyped(relation: string): Step["relation"] {
  const known: Readonly<Record<string, Step["relation"]>> = { ">": "≥", "<": "≤", "≡": "=" };
  return known[relation] ?? (relation as Step["relation"]);
}

function read(tex: string, locale: Locale): TexReading {
  const reading = readTex(tex, { locale });
  const { chains, unread } = reading;
  const [first] = unread;
  if (first) {
    throw valueError(
      "derivation",
      `TeX 里有读不懂的部分「${first.tex}」（第 ${first.at[0] + 1} 个字符）：${first.reason}`,
      `a part of the TeX is not understood, "${first.tex}" (character ${first.at[0] + 1}): ${first.reason}`,
    );
  }
  if (chains.length === 0) {
    throw valueError("derivation", "TeX 里没有式子", "there is no formula in the TeX");
  }
  return reading;
}

function onlyChain(chains: readonly (readonly ReadingLink[])[], locale: Locale): ChainCheck {
  const checks = chainChecks(chains, locale);
  const claims = checks.filter(({ hasClaim }) => hasClaim);
  const found = claims.length > 0 ? claims : checks.slice(-1);
  if (found.length > 1) {
    const list = found.map(({ steps }, i) => `${i + 1}. ${textOfSteps(steps)}`).join("；");
    throw valueError(
      "derivation",
      `TeX 里有 ${found.length} 条链，一个 derivation 一条：${list}`,
      `the TeX holds ${found.length} chains, a derivation is one of them: ${list}`,
    );
  }
  const [chain] = found;
  return chain;
}

/** A chain in one line. */
export const textOfSteps = (steps: readonly Step[]): string =>
  steps
    .map(({ relation, expression }) => (relation ? `${relation} ${expression}` : expression))
    .join(" ");
