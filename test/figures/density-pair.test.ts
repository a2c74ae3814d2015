import { describe, expect, test } from "vitest";
import { bernoulli, figures, kl, normal } from "../../src/index";

interface Curve {
  readonly x: number[];
  readonly y: number[];
}

function area({ x, y }: Curve): number {
  return y.reduce((sum, yi, i) => (i ? sum + ((yi + y[i - 1]) / 2) * (x[i] - x[i - 1]) : 0), 0);
}

const curves = (figure: { data: readonly object[] }): Curve[] => figure.data as unknown as Curve[];

describe("a pair of densities", () => {
  test.each([
    [normal(0, 1), normal(1, 2)],
    [normal(1, 2), normal(0, 1)],
    [normal(0, 1), normal(0, 1)],
    [normal(3, 0.2), normal(2.8, 0.3)],
  ])("the area above less the area below is the divergence: %s ‖ %s", (P, Q) => {
    const [, , above, below] = curves(figures.densityPair(P, Q));
    expect(area(above) + area(below)).toBeCloseTo(kl(P, Q), 3);
    expect(area(below)).toBeLessThanOrEqual(0);
  });

  test("in bits the area is the divergence in bits", () => {
    const [, , above, below] = curves(figures.densityPair(normal(0, 1), normal(1, 2), { base: 2 }));
    expect(area(above) + area(below)).toBeCloseTo(kl(normal(0, 1), normal(1, 2), { base: 2 }), 3);
  });

  test("the words name both distributions and the value", () => {
    const { alt } = figures.densityPair(normal(0, 1), normal(1, 2));
    expect(alt).toContain("normal(mean=0, sd=1)");
    expect(alt).toContain("normal(mean=1, sd=2)");
    expect(alt).toContain("D(P‖Q) = 0.4431 nat");
  });

  test("every number is JSON: no NaN, no infinity", () => {
    const { data, layout } = figures.densityPair(normal(0, 1), normal(40, 1));
    expect(JSON.parse(JSON.stringify({ data, layout }))).toEqual({ data, layout });
  });

  test("a discrete distribution or a bad range is refused with advice", () => {
    expect(() => figures.densityPair(bernoulli(0.5), normal(0, 1))).toThrow(/P .*pmfPair/);
    expect(() => figures.densityPair(normal(0, 1), [1] as never)).toThrow(TypeError);
    expect(() => figures.densityPair(normal(0, 1), normal(0, 1), { range: [1, 0] })).toThrow(
      RangeError,
    );
  });

  test("its JSON is as it was", () => {
    const { data, layout } = figures.densityPair(normal(0, 1), normal(1, 2), { points: 9 });
    const rounded = JSON.stringify({ data, layout }, (_, value) =>
      typeof value === "number" ? Number(value.toPrecision(8)) : value,
    );
    expect(JSON.parse(rounded)).toMatchSnapshot();
  });
});
