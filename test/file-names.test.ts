import { readdirSync } from "node:fs";
import { basename, extname } from "node:path";
import { expect, test } from "vitest";

/** Names that still occur twice; an entry that is no longer needed fails, so that the list only shrinks. */
const known: readonly string[] = [];

const occurrences = new Map<string, number>();
for (const path of readdirSync("src", { recursive: true, encoding: "utf8" })) {
  const file = basename(path.replace(/\\/g, "/"));
  const name = basename(file, extname(file));
  if (extname(file) === ".ts" && name !== "index") {
    occurrences.set(name, (occurrences.get(name) ?? 0) + 1);
  }
}

test("no file name occurs twice in src", () => {
  const twice = [...occurrences].filter(([, times]) => times > 1).map(([name]) => name);
  expect(twice.sort()).toEqual(known);
});
