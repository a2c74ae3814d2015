import { afterEach, describe, expect, test, vi } from "vitest";
import { normal } from "../../../src";
import { check, derivation, type Verdict, type World } from "../../../src/derivations";

afterEach(() => {
  vi.restoreAllMocks();
});

/** What passes on the wall and on the processor, in milliseconds, each time an extreme world is asked for a value. */
interface Pace {
  readonly wall: number;
  readonly used: number;
}

/** Of `∑ f(i)` against a bound: f is 1, and in the extreme world `value`, slowly. */
function verdict(relation: "≥" | "≤", bound: string, value: number, pace: Pace): Verdict {
  let [wall, used] = [5_000, 300];
  vi.spyOn(Date, "now").mockImplementation(() => wall);
  vi.spyOn(process, "cpuUsage").mockImplementation(() => ({ user: 1_000 * used, system: 0 }));
  const slow = (): number => {
    wall += pace.wall;
    used += pace.used;
    return value;
  };
  const P = normal(0, 1);
  const worlds: World[] = [
    { name: "a", scope: { P, f: () => 1 } },
    { name: "b", isExtreme: true, scope: { P, f: slow } },
  ];
  const steps = [{ expression: "∑(i=1, 20000, f(i))" }, { relation, expression: bound }] as const;
  return check(derivation({ id: "d", worlds, steps })).steps[0];
}

const quick = { wall: 0, used: 0 };
const busy = { wall: 50, used: 0.001 };
const long = { wall: 1, used: 1 };

describe("a bound whose extreme world was cut short by other programs is undecided", () => {
  test.each([
    ["≥", "0", 1],
    ["≤", "30000", 1],
    ["≥", "0", -1],
    ["≤", "30000", 2],
  ] as const)("%s %s, of %d each", (relation, bound, value) => {
    const { ok, undecided, note, world } = verdict(relation, bound, value, busy);
    expect({ ok, undecided, world }).toEqual({ ok: false, undecided: true, world: "b" });
    expect(note).toContain("时间用完了");
  });
});

describe("with the time for it the extreme world tells", () => {
  test.each([
    ["≥", "0", 1, true],
    ["≤", "30000", 1, true],
    ["≥", "0", -1, false],
    ["≤", "30000", 2, false],
  ] as const)("%s %s, of %d each: %s", (relation, bound, value, expected) => {
    const { ok, undecided, note } = verdict(relation, bound, value, quick);
    expect({ ok, undecided }).toEqual({ ok: expected });
    expect(note).not.toContain("太费时");
  });
});

test("an extreme world that takes too long by itself is named as left out", () => {
  const { ok, note, worlds } = verdict("≥", "0", 1, long);
  expect({ ok, worlds }).toEqual({ ok: true, worlds: 1 });
  expect(note).toContain("极端世界「b」太费时");
});
