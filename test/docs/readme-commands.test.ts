import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** What `klab --help` says of each command, from the table in main.ts. */
const usages = [
  ...readFileSync("src/command/main.ts", "utf8").matchAll(/usage:\s*["`](klab [^"`]+)["`]/g),
].map(([, usage]) => usage);

test("there are commands, and they have options", () => {
  expect(usages.length).toBeGreaterThanOrEqual(6);
  expect(usages.join(" ").match(/--[a-z-]+/g)?.length).toBeGreaterThan(15);
});

test.each(["README.md", "README.zh-CN.md"])("%s names every command with its options", (file) => {
  const rows = readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.startsWith("| `npx klab") || line.startsWith("| `…"));
  const missing = usages.flatMap((usage) => {
    const [, command] = usage.split(" ");
    const first = rows.findIndex((row) => row.startsWith(`| \`npx klab ${command}`));
    // Rows that begin with `…` go on with the command above them.
    const next = rows.findIndex((row, i) => i > first && !row.startsWith("| `…"));
    const own = first < 0 ? "" : rows.slice(first, next < 0 ? undefined : next).join("\n");
    const options = usage.match(/(?<![\w-])--?[a-z][a-z-]*/g) ?? [];
    return [command, ...options]
      .filter((word) => !own.includes(word))
      .map((w) => `${command}: ${w}`);
  });
  expect(missing).toEqual([]);
});
