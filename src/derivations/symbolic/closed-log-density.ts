import type { Distribution } from "../../distributions/distribution";
import { factsNamed } from "../../divergences/forms/facts/facts-named";

/**
 * ln of the density of a family at x as text, with each parameter written as a + b·θ, which is found by trying values.
 *
 * @param values of θ at which the family may be called; at least three
 * @returns undefined where the family has no closed form here, or a parameter is not affine in θ
 */
export function closedLogDensity(
  family: (value: number) => Distribution,
  values: readonly number[],
  x: string,
  variable: string,
): string | undefined {
  const made = values.map((value) => family(value) as Distribution & Parametric);
  const [first] = made;
  const form = first && factsNamed(first.family)?.logDensityText;
  if (!form || values.length < 3 || made.some((d) => d.family !== first.family)) return undefined;
  const written: Record<string, string> = {};
  for (const name of Object.keys(first.parameters)) {
    const points = made.map((d) => d.parameters[name]);
    if (!points.every((p): p is number => typeof p === "number")) return undefined;
    const text = affine(values, points, variable);
    if (text === undefined) return undefined;
    written[name] = text;
  }
  return form(x, written);
}

interface Parametric {
  readonly parameters: Readonly<Record<string, unknown>>;
}

function affine(
  at: readonly number[],
  values: readonly number[],
  variable: string,
): string | undefined {
  const last = at.length - 1;
  const slope = tidy((values[last] - values[0]) / (at[last] - at[0]));
  const offset = tidy(values[0] - slope * at[0]);
  const scale = Math.max(...values.map(Math.abs), 1e-300);
  const fits = at.every((x, i) => Math.abs(offset + slope * x - values[i]) <= 1e-12 * scale);
  if (!fits) return undefined;
  if (slope === 0) return `(${offset})`;
  const product = slope === 1 ? variable : `${slope}*${variable}`;
  return offset === 0 ? `(${product})` : `(${offset} + ${product})`;
}

const tidy = (value: number): number => {
  const short = Number(value.toPrecision(12));
  return Math.abs(short) < 1e-13 ? 0 : short;
};
