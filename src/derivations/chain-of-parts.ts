import { valueError } from "../words/errors";
import type { Locale } from "../words/locale";
import { defaultWorlds } from "./default-worlds";
import { inOneLanguage } from "./language/in-one-language";
import { isWrittenStep, type OpenStep, type Step } from "./step";
import { chainOfTex, isTexStep, stepsOfTex, type TexStep } from "./tex-chain";
import type { World } from "./world";
import { worldsOrReason } from "./worlds/worlds-for";

export type { TexStep };

interface Given {
  readonly steps: readonly (Step | TexStep | OpenStep)[] | undefined;
  readonly tex: string | undefined;
  readonly worlds: readonly World[] | undefined;
  readonly locale: Locale;
}

/** The steps in the language and the worlds, whichever way a derivation was given. */
export function chainOfParts({ steps, tex, worlds, locale }: Given): {
  readonly steps: readonly (Step | OpenStep)[];
  readonly worlds: readonly World[];
  readonly notes: readonly string[];
} {
  if (tex !== undefined) {
    const found = chainOfTex(tex, locale);
    return { ...found, worlds: worlds ?? someWorlds(found) };
  }
  const given = steps ?? [];
  const own = stepsOfTex(given, locale);
  const isRead = given.some(isTexStep);
  const made = (): readonly World[] =>
    isRead
      ? someWorlds(
          worldsOrReason(own.flatMap((step) => (isWrittenStep(step) ? [step.expression] : []))),
        )
      : defaultWorlds;
  return { steps: own, worlds: worlds ?? made(), notes: [] };
}

function someWorlds({
  worlds,
  reason,
}: {
  readonly worlds: readonly World[];
  readonly reason: string | undefined;
}): readonly World[] {
  if (worlds.length > 0) return worlds;
  throw valueError(
    "derivation",
    `没有合适的世界，请自己给 worlds：${inOneLanguage(reason ?? "", "zh-CN")}`,
    `no world fits, give worlds of your own: ${inOneLanguage(reason ?? "", "en")}`,
  );
}
