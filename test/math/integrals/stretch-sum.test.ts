import { describe, expect, test } from "vitest";
import { StretchSum } from "../../../src/math/integrals/stretch-sum";

const plenty = 20_000_000;

function counted(term: (k: number) => number, isSmooth: boolean, most = plenty) {
  let calls = 0;
  const sum = new StretchSum(
    (k) => {
      calls++;
      return term(k);
    },
    isSmooth,
    most,
  );
  return { sum, calls: () => calls };
}

describe("StretchSum", () => {
  test("adds both ends and every integer between once", () => {
    const seen: number[] = [];
    const sum = new StretchSum((k) => seen.push(k) * 0 + k, false, plenty);
    sum.between(-3, 4);
    expect(seen).toEqual([-3, -2, -1, 0, 1, 2, 3, 4]);
    expect(sum.value).toBe(4);
    expect(sum.magnitude).toBe(16);
  });

  test.each([
    ["1/k from 1 to 10⁶", (k: number) => 1 / k, 1, 1e6, 14.392726722865724],
    ["√k to 10⁶", Math.sqrt, 1, 1e6, 666667166.4588221],
    ["k³ to 10⁵", (k: number) => k ** 3, 1, 1e5, 2.50005000025e19],
  ])("extrapolates what is smooth: %s, with few calls", (_name, term, low, high, truth) => {
    const { sum, calls } = counted(term, true);
    sum.between(low, high);
    expect(Math.abs(sum.value / truth - 1)).toBeLessThan(1e-13);
    expect(Math.abs(sum.value - truth)).toBeLessThanOrEqual(Math.max(sum.error, 1e-14 * truth));
    expect(calls()).toBeLessThan(20_000);
  });

  test("does not extrapolate what it is not told is smooth", () => {
    const { sum, calls } = counted((k) => (k % 2 === 0 ? 1 : 0), false);
    sum.between(0, 99_999);
    expect(sum.value).toBe(50_000);
    expect(calls()).toBe(100_000);
  });

  test("goes outwards on either side, not beyond the end nor the reach", () => {
    const { sum } = counted((k) => k, false);
    sum.outwards(10, 13, 1, 100);
    expect(sum.value).toBe(11 + 12 + 13);
    sum.outwards(0, -1000, -1, 4);
    expect(sum.value).toBe(36 - 10);
  });

  test("says when it has called too often, and adds no more", () => {
    const { sum, calls } = counted(() => 1, false, 1000);
    sum.between(1, 900);
    expect([sum.exhausted, sum.value]).toEqual([false, 900]);
    sum.between(901, 2000);
    expect([sum.exhausted, sum.value]).toEqual([true, 900]);
    expect(calls()).toBe(900);
  });
});
