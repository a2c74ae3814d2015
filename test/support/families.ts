import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as klab from "../../src";

/** Parameters of examples, by family: see test/reference/members.json. */
const examples: Readonly<
  Record<string, Record<"members" | "lopsided", readonly (readonly number[])[]>>
> = JSON.parse(readFileSync(join(import.meta.dirname, "../reference/members.json"), "utf8"));

/** The parameters of each family's members, as the file has them. */
export const exampleParameters: Readonly<Record<string, readonly (readonly number[])[]>> =
  Object.fromEntries(Object.entries(examples).map(([name, { members }]) => [name, members]));

/** The member of a family by the name of its factory, as reference files give it. */
export function make(family: string, parameters: readonly number[]): klab.Distribution {
  const factory = (klab as unknown as Record<string, (...values: number[]) => klab.Distribution>)[
    family
  ];
  if (!factory) throw new Error(`no family ${family}`);
  return factory(...parameters);
}

/** Two lopsided members of every one-dimensional family. */
export const members: readonly klab.Distribution[] = [
  ...Object.entries(examples).flatMap(([family, given]) =>
    given.members.map((parameters) => make(family, parameters)),
  ),
  klab.categorical([0.05, 0, 0.9, 0.05]),
  klab.truncated(klab.normal(0, 1), 2, 5),
  klab.truncated(klab.poisson(3), 1, 4),
  klab.mixture([0.9, 0.1], [klab.normal(-2, 0.6), klab.normal(2, 0.1)]),
  klab.mixture([0.25, 0.75], [klab.uniform(0, 1), klab.uniform(2, 3)]),
  klab.mixture([0.5, 0.5], [klab.poisson(1), klab.poisson(30)]),
  klab.density((x) => 2 * x, { support: [0, 1] }),
  klab.density((x) => Math.exp(-Math.abs(x)) / 2, {
    support: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
    kinks: [0],
  }),
];

/** Members of each family far from one another and from symmetry; for uniform models, wide enough to cover. */
export const lopsided: Readonly<Record<string, readonly klab.Distribution[]>> = {
  ...Object.fromEntries(
    Object.entries(examples).map(([family, given]) => [
      family,
      given.lopsided.map((parameters) => make(family, parameters)),
    ]),
  ),
  categorical: [klab.categorical([0.9, 0.05, 0.05]), klab.categorical([0.1, 0.2, 0.7])],
};
