import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { relativeError } from "./reference";

type Row = readonly [args: readonly number[], value: string];

const special: Readonly<Record<string, readonly Row[]>> = JSON.parse(
  readFileSync(join(import.meta.dirname, "../reference/special.json"), "utf8"),
);

/** One test a point of test/reference/special.json: `f` gives the value in 25 digits to within `error`, relative, or `floor`, absolute. */
export function agreesWithMpmath(
  name: string,
  f: (...args: number[]) => number,
  error: number,
  floor = 1e-300,
): void {
  const rows = special[name] ?? [];
  test(`${name} has values to compare with`, () => expect(rows.length).toBeGreaterThan(4));
  test.each(rows.map(([args, value]) => [args.join(", "), args, value] as const))(
    `${name}(%s)`,
    (_, args, value) => {
      const got = f(...args);
      expect(relativeError(got, value, floor), `${got}, not ${value}`).toBeLessThan(error);
    },
  );
}
