import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

/** Paths in code: from one of the folders of the project, or a file of its root. */
const path = /`((?:src|test|notebooks|\.github|\.ci)(?:\/[\w.-]+)+\/?|[\w-]+\.(?:json|md|mts))`/g;

/** Recipes show the shape of a path with a capital NAME, or NN for a number. */
const isPattern = (name: string): boolean => /NAME|NN-|\bX\b/.test(name);

describe.each(["ARCHITECTURE.md", "CONTRIBUTING.md"])("%s", (page) => {
  const named = [...readFileSync(page, "utf8").matchAll(path)]
    .map(([, name]) => name)
    .filter((name) => !isPattern(name));

  test("names paths", () => expect(named.length).toBeGreaterThan(10));

  test("names only paths that exist", () => {
    const at = (name: string): boolean =>
      existsSync(name) || existsSync(`src/divergences/forms/facts/${name}`);
    expect(named.filter((name) => !at(name))).toEqual([]);
  });
});

test("every journey of the map goes through files of src", () => {
  const map = readFileSync("ARCHITECTURE.md", "utf8");
  const journeys = map.slice(map.indexOf("## 3.")).split(/^### /m).slice(1);
  expect(journeys.length).toBeGreaterThanOrEqual(4);
  for (const journey of journeys)
    expect(
      [...journey.matchAll(/`src\/[\w/.-]+\.c?ts`|`src\/[\w/.-]+\.cjs`/g)].length,
    ).toBeGreaterThan(4);
});
