import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { closedForms } from "../../../src";
import { allFacts } from "../../../src/divergences/forms/facts/all-facts";
import { facts } from "../../../src/divergences/forms/facts/facts";
import { normalFacts } from "../../../src/divergences/forms/facts/normal-facts";
import { tableOfPairs } from "../../../src/divergences/forms/table-of-pairs";

const sources = ["src", "test"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => join(folder, path).replace(/\\/g, "/"))
    .filter((path) => /\.m?ts$/.test(path) && !path.endsWith(".test.ts")),
);

/** Files outside the tests that name a family: the call of its factory, its class, its facts, or its name as a string. */
const naming = (family: string): string[] => {
  const upper = family[0].toUpperCase() + family.slice(1);
  const word = new RegExp(`\\b(?:${family}\\(|${upper}\\b|${family}Facts\\b|"${family}")`);
  return sources.filter((path) => word.test(readFileSync(path, "utf8")));
};

describe("what adding a family takes", () => {
  it.each(["rayleigh", "triangular", "skewNormal"])("%s is named in four files", (family) => {
    const kebab = family.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    expect(naming(family).sort()).toEqual([
      `src/distributions/families/${kebab}.ts`,
      "src/divergences/forms/facts/all-facts.ts",
      `src/divergences/forms/facts/${kebab}-facts.ts`,
      "src/library.ts",
    ]);
  });
});

describe("the table of pairs", () => {
  it("is sorted by the model q, in the order of the facts", () => {
    const models = [...new Set(closedForms.map(({ q }) => q))];
    const blocks = closedForms.filter(({ q }, i) => q !== closedForms[i - 1]?.q);
    expect(blocks.map(({ q }) => q)).toEqual(models);
    const order = allFacts.map(({ family }) => family).filter((name) => models.includes(name));
    expect(models).toEqual(order);
  });

  it("refuses a pair that is written twice", () => {
    const twice = { ...normalFacts, rows: [...normalFacts.rows!, ...normalFacts.rows!] };
    expect(() => tableOfPairs([twice])).toThrow(/normal ‖ normal stands there twice/);
  });

  it("takes a written row before the one that follows from facts", () => {
    const special = { ...normalFacts.rows![0], p: "laplace" };
    const laplace = allFacts.find(({ family }) => family === "laplace")!;
    const table = tableOfPairs([{ ...normalFacts, rows: [special] }, laplace]);
    expect(table.filter(({ p, q }) => p === "laplace" && q === "normal")).toEqual([special]);
  });

  it("refuses the facts of a family that are listed twice", () => {
    expect(() => tableOfPairs([normalFacts, normalFacts])).toThrow(/normal ‖ normal/);
  });

  it("refuses a row that stands with another family than its model", () => {
    const stray = facts({ family: "stray", rows: normalFacts.rows });
    expect(() => tableOfPairs([stray])).toThrow(/belongs to the facts of normal, not stray/);
  });
});
