import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Panel } from "../../../src/math/integrals/gauss-kronrod";
import { PanelHeap } from "../../../src/math/integrals/panel-heap";
import { settings } from "../../support/arbitraries";

const entry = (error: number, magnitude = 1, stalls = 0) => {
  const panel: Panel = { low: 0, high: 1, value: 0, error, rounding: 0, magnitude };
  return { panel, error, stalls };
};

describe("PanelHeap", () => {
  test("gives panels in falling order of their error, whatever the order they came in", () => {
    const errors = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { maxLength: 60 });
    fc.assert(
      fc.property(errors, (given) => {
        const heap = new PanelHeap();
        for (const error of given) heap.push(entry(error));
        expect(heap.size).toBe(given.length);
        expect(heap.magnitude).toBe(given.length);
        const out = given.map(() => heap.pop().panel.error);
        expect(out).toEqual([...given].sort((a, b) => b - a));
        expect(heap.size).toBe(0);
      }),
      settings(),
    );
  });

  test("keeps the totals of what is inside", () => {
    const heap = new PanelHeap();
    heap.push(entry(3, 5));
    heap.push(entry(1, 7, 2));
    expect([heap.error, heap.magnitude]).toEqual([4, 12]);
    expect(heap.pop().stalls).toBe(0);
    expect([heap.error, heap.magnitude]).toEqual([1, 7]);
    expect(heap.pop().stalls).toBe(2);
    expect([heap.error, heap.magnitude, heap.size]).toEqual([0, 0, 0]);
  });
});
