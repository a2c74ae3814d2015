import { UnreadError } from "../reading-note";
import type { ApplyNode } from "../tex-node";
import type { Writing } from "./writing";
import { call, type Written } from "./written";

/** Families by the words for them, and what the parameters are where books differ. */
const families: readonly (readonly [words: RegExp, name: string, zh?: string, en?: string])[] = [
  [/^(Poisson|Pois|Poi|Po)$/i, "Poisson"],
  [/^(Exp|Expo|Exponential)$/i, "Exp", "λ 是率，均值 1/λ", "λ is the rate, the mean 1/λ"],
  [
    /^(Geom|Geo|Geometric)$/i,
    "Geom",
    "从 0 数起：首次成功前失败的次数",
    "counted from 0: the failures before the first success",
  ],
  [/^(Gamma|Ga)$/i, "Gamma", "参数是形状与率", "its parameters are shape and rate"],
  [/^Beta$/i, "Beta"],
  [/^(Laplace|Lap)$/i, "Laplace"],
  [/^(Bernoulli|Bern|Ber)$/i, "Bern"],
  [/^(Uniform|Unif)$/i, "Unif"],
];

const counts: Readonly<Record<string, number>> = { Gamma: 2, Beta: 2, Laplace: 2, Unif: 2 };

/**
 * Poisson(λ), Exp(λ), U(a, b) in the place of a distribution, by the language's name for the family.
 *
 * @throws UnreadError for a family that the language does not have
 */
export function familyInPlace(node: ApplyNode, writing: Writing): Written | undefined {
  const { fn, values, given, at } = node;
  const found = fn.isWord
    ? families.find(([words]) => words.test(fn.base))
    : families.find(([, name]) => name === letterOf(node));
  if (!found || fn.sub || given.length > 0) return undefined;
  const [, name, zh, en] = found;
  const isUniform = name === "Unif";
  const count = counts[name] ?? 1;
  if (values.length !== count)
    throw new UnreadError(
      at,
      `${fn.base} 这里有 ${values.length} 个参数，klab 的 ${name} 有 ${count} 个`,
      `${fn.base} has ${values.length} parameters here, ${name} of klab has ${count}`,
    );
  if (isUniform && values.every(({ kind }) => kind === "name"))
    throw new UnreadError(
      at,
      `${fn.base}(a, b) 要 a < b，随意取的数不保证；把一端写成数`,
      `${fn.base}(a, b) needs a < b, which numbers taken at will do not give; write one end as a number`,
    );
  const text = call(
    name,
    values.map((value) => writing.write(value, writing)),
  );
  if (zh && en)
    writing.notes.add(
      "reading",
      at,
      `${fn.base}(…) 读作 klab 的 ${name}：${zh}`,
      `${fn.base}(…) is read as ${name} of klab: ${en}`,
    );
  else if (fn.base !== name)
    writing.notes.add(
      "reading",
      at,
      `${fn.base}(…) 读作 klab 的 ${name}(…)`,
      `${fn.base}(…) is read as ${name}(…) of klab`,
    );
  return text;
}

/** U(0, θ) and 𝒰; 𝒫(λ); ℬ(p). */
function letterOf({ fn, values }: ApplyNode): string | undefined {
  const [value] = values;
  if (fn.base === "U" && values.length === 2) return "Unif";
  const isNumber =
    value?.kind === "number" || (value?.kind === "name" && /^[λμab]$/u.test(value.base));
  if (fn.base === "P" && fn.isScript && values.length === 1 && isNumber) return "Poisson";
  if (fn.base === "B" && values.length === 1) return "Bern";
  return undefined;
}
