import { describe, expect, test } from "vitest";
import { atMost } from "../../src/pictures/at-most";

const soon = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe.each([1, 2, 3, 7])("slots for %s", (count) => {
  test("never hold more, and are all filled while work is waiting", async () => {
    const slot = atMost(count);
    let under = 0;
    const seen: number[] = [];
    const work = async (): Promise<void> => {
      under += 1;
      seen.push(under);
      for (let i = 0; i < 3; i += 1) await soon();
      under -= 1;
    };
    await Promise.all(Array.from({ length: 20 }, () => slot(work)));
    expect(Math.max(...seen)).toBe(count);
  });

  test("take work up in the order in which it came, and go on after a failure", async () => {
    const slot = atMost(count);
    const begun: number[] = [];
    const ends = await Promise.allSettled(
      Array.from({ length: 12 }, (_, i) =>
        slot(async () => {
          begun.push(i);
          await soon();
          if (i % 3 === 0) throw new Error(`${i}`);
          return i;
        }),
      ),
    );
    expect(begun).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(ends.map((end) => (end.status === "fulfilled" ? end.value : "failed"))).toEqual(
      begun.map((i) => (i % 3 === 0 ? "failed" : i)),
    );
  });
});

test("no slots are one", async () => {
  expect(await atMost(0)(async () => 5)).toBe(5);
});
