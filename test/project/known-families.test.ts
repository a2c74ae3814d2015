import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { describe, expect, test } from "vitest";
import * as klab from "../../src";
import { allFacts } from "../../src/divergences/forms/facts/all-facts";
import { familiesWithFacts, knownInstead } from "../../src/project/known-families.mjs";
import { exampleParameters } from "../support/families";

type Library = typeof klab;
type Factory = (...values: readonly unknown[]) => klab.Distribution;

/** What esbuild makes of an import of these names, minified. */
async function bundleOf(names: readonly string[]): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: `export { ${names.join(", ")} } from "klab";`, resolveDir: process.cwd() },
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    globalName: "bundled",
    platform: "browser",
    logLevel: "error",
  });
  return outputFiles[0].text;
}

const run = (text: string): Library => new Function(`${text}; return bundled;`)() as Library;

describe("what a bundle weighs, compressed", () => {
  test.each([
    [["klPmf"], 8_000],
    [["kl"], 24_000],
    [["kl", "normal"], 27_000],
    [["entropy"], 4_000],
  ])("%j: at most %i bytes", async (names, most) => {
    const bytes = gzipSync(await bundleOf(names), { level: 9 }).length;
    expect(bytes).toBeLessThanOrEqual(most);
    expect(bytes).toBeGreaterThan(most / 4);
  });
});

const factoryOf = (library: Library, family: string): Factory =>
  (library as unknown as Readonly<Record<string, Factory>>)[family];

/** Parameters of two members of each family with facts, those of several numbers too. */
const parameters: Readonly<Record<string, readonly (readonly unknown[])[]>> = {
  ...exampleParameters,
  uniform: [
    [0.2, 0.4],
    [0, 1],
  ],
  categorical: [[[0.2, 0.3, 0.5]], [[0.3, 0.3, 0.4]]],
  dirichlet: [[[0.4, 2, 3]], [[1, 1.5, 7]]],
  multivariateNormal: [
    [
      [0, 1],
      [
        [1, 0.2],
        [0.2, 2],
      ],
    ],
    [
      [1, 1],
      [
        [2, 0],
        [0, 1],
      ],
    ],
  ],
  wishart: [
    [
      5,
      [
        [1, 0.2],
        [0.2, 2],
      ],
    ],
    [
      7,
      [
        [2, 0],
        [0, 1],
      ],
    ],
  ],
};
const families = allFacts.map(({ family }) => family).filter((family) => family !== "independent");

describe("families in bundles", () => {
  test("are those with facts, each with a file of its own", () => {
    const names = familiesWithFacts("src").map((name) =>
      name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase()),
    );
    expect(names.sort()).toEqual(allFacts.map(({ family }) => family).sort());
  });

  test("every formula of every pair answers there as in the library, bit for bit", async () => {
    const measures = ["kl", "wasserstein", "hellinger", "independent"] as const;
    const bundled = run(await bundleOf([...measures, ...families]));
    const tried = klab.closedForms.filter(
      ({ p, q }) => families.includes(p) && families.includes(q),
    );
    expect(tried.length).toBeGreaterThan(170);
    const differing = tried.flatMap(({ p, q, wasserstein, geometricMean }) => {
      const answers = [bundled, klab].map((library) => {
        const own = factoryOf(library, p)(...parameters[p][0]);
        const other = factoryOf(library, q)(...(parameters[q][1] ?? parameters[q][0]));
        const values = [library.kl(own, other)];
        // Of two families it takes half a second.
        if (wasserstein && p === q) {
          values.push(library.wasserstein(own, other, { order: wasserstein.first ? 1 : 2 }));
        }
        if (geometricMean) values.push(library.hellinger(own, other));
        return values;
      });
      return JSON.stringify(answers[0]) === JSON.stringify(answers[1]) ? [] : [[p, q, answers]];
    });
    expect(differing).toEqual([]);
    const sum = ({ kl, independent, normal, gamma }: Library): number =>
      kl(independent([normal(0, 1), gamma(2, 1)]), independent([normal(1, 2), gamma(3, 1)]));
    expect(sum(bundled)).toBe(sum(klab));
  });

  test.each([
    ["gamma, weibull", (k: Library) => k.kl(k.gamma(2, 3), k.weibull(2, 1))],
    ["laplace, normal", (k: Library) => k.kl(k.laplace(0, 1), k.normal(0, 2))],
    ["Normal", (k: Library) => k.kl(new k.Normal(0, 1), new k.Normal(1e-9, 1))],
    [
      "truncated, normal",
      (k: Library) => k.kl(k.truncated(k.normal(0, 1), 1, 3), k.truncated(k.normal(1e-7, 1), 1, 3)),
    ],
    [
      "mixture, normal, laplace",
      (k: Library) => {
        const of = (m: number) => k.mixture([0.4, 0.6], [k.normal(m, 1), k.laplace(m + 3, 1)]);
        return k.kl(of(0), of(1e-8));
      },
    ],
    [
      "density, uniform",
      (k: Library) =>
        k.kl(
          k.uniform(0, 1),
          k.density((x) => 2 * x, { support: [0, 1] }),
        ),
    ],
  ])("alone, with kl: %s", async (names, call) => {
    const bundled = run(await bundleOf(["kl", ...names.split(", ")]));
    expect(call(bundled)).toBe(call(klab));
  });

  test("explain names the formula, and figures make their own", async () => {
    const { explain, normal, figures } = run(await bundleOf(["explain", "normal", "figures"]));
    const report = explain(normal(0, 1), normal(1, 2));
    expect(report.toJSON()).toEqual(klab.explain(klab.normal(0, 1), klab.normal(1, 2)).toJSON());
    const fits = figures.normalFits(normal(0, 2));
    expect(fits.data).toEqual(klab.figures.normalFits(klab.normal(0, 2)).data);
  });
});

test("who imports a family gets the module that tells, but for families and facts themselves", () => {
  const known = new Set(["normal"]);
  const instead = (file: string, target: string): string => knownInstead(known, file, target);
  const [normal, density] = ["distributions/families/normal", "distributions/families/density"];
  expect(instead("library", normal)).toBe("known/normal");
  expect(instead("figures/normal-fits", normal)).toBe("known/normal");
  expect(instead("divergences/lines/wasserstein-of-distributions", normal)).toBe("known/normal");
  expect(instead("library", density)).toBe(density);
  expect(instead("distributions/families/von-mises", normal)).toBe(normal);
  expect(instead("divergences/forms/facts/normal-facts", normal)).toBe(normal);
  expect(instead("library", "distributions/normal")).toBe("distributions/normal");
});
