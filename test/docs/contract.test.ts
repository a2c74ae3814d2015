import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import * as derivations from "../../src/derivations";
import * as klab from "../../src/index";
import * as learning from "../../src/learning";
import * as tables from "../../src/tables";

const contract = readFileSync("src/docs/contract.md", "utf8");

interface Row {
  readonly names: readonly string[];
  readonly isPlanned: boolean;
}

/** The rows of all tables of a section: what the first cell names in code, and whether it is there yet. */
function rowsOf(heading: string): Row[] {
  const [, ...sections] = contract.split(/^## /m);
  const section = sections.find((text) => text.startsWith(heading)) ?? "";
  return [...section.matchAll(/^\| (`.*?`) *\| (.*) \|$/gm)].map(([, first, meaning]) => ({
    names: [...first.matchAll(/`(\w+)/g)].map(([, name]) => name),
    isPlanned: meaning.startsWith("**Planned**"),
  }));
}

describe.each([
  ["klab", "3. `klab`", klab, 100],
  ["klab/derivation", "4. `klab/derivation`", derivations, 9],
  ["klab/learn", "5. `klab/learn`", learning, 60],
  ["klab/tables", "6. `klab/tables`", tables, 4],
] as const)("what the contract says of %s", (_, heading, door, least) => {
  const rows = rowsOf(heading);
  const named = (isPlanned: boolean): string[] =>
    rows.filter((row) => row.isPlanned === isPlanned).flatMap(({ names }) => names);

  test("is read from its tables", () => {
    expect(named(false).length).toBeGreaterThanOrEqual(least);
  });

  test("is there, where it is not marked as planned", () => {
    expect(named(false).filter((name) => !(name in door))).toEqual([]);
  });

  test("is not there yet, where it is marked as planned: take the mark away when it is", () => {
    expect(named(true).filter((name) => name in door)).toEqual([]);
  });

  test("is all that can be called or read there; classes are named by what makes them", () => {
    const isClass = (name: string): boolean => /^[A-Z]/.test(name);
    const known = new Set(named(false));
    expect(Object.keys(door).filter((name) => !isClass(name) && !known.has(name))).toEqual([]);
  });
});
