import { describe, expect, test } from "vitest";
import {
  bernoulli,
  cauchy,
  type Distribution,
  density,
  figures,
  kl,
  normal,
} from "../../src/index";

interface Curve {
  readonly x: number[];
  readonly y: number[];
}

function area({ x, y }: Curve): number {
  return y.reduce((sum, yi, i) => (i ? sum + ((yi + y[i - 1]) / 2) * (x[i] - x[i - 1]) : 0), 0);
}

const curves = (figure: { data: readonly object[] }): Curve[] => figure.data as unknown as Curve[];

describe("a pair of densities", () => {
  test("names what lies along its axis, in the table as well", () => {
    const named = figures.densityPair(normal(0, 1), normal(1, 2), { variable: "对数似然比" });
    expect(JSON.stringify(named.layout.xaxis)).toContain("对数似然比");
    expect(named.table.columns[0]).toBe("对数似然比");
    expect(figures.densityPair(normal(0, 1), normal(1, 2)).table.columns[0]).toBe("x");
    expect(() => figures.densityPair(normal(0, 1), normal(1, 2), { variable: 3 as never })).toThrow(
      /variable/,
    );
  });

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
    expect(alt).toContain("N(0, 1)");
    expect(alt).toContain("N(1, 2)");
    expect(alt).toContain("D(P‖Q) = 0.4431 nat");
  });

  test("the words shorten long parameters", () => {
    const bent = density((y) => normal(0, 1).prob(Math.tan(y)) / Math.cos(y) ** 2, {
      support: [-Math.PI / 2, Math.PI / 2],
    });
    expect(figures.densityPair(bent, bent).alt).toContain("density(support=[−1.571, 1.571])");
  });

  test("two densities that go by the same words are told apart by their letters, in the other figures of a pair as well", () => {
    const tent = density((x) => 1 - Math.abs(x), { support: [-1, 1], kinks: [0] });
    const slope = density((x) => (1 + x) / 2, { support: [-1, 1] });
    const alike = "density(support=[−1, 1])";
    for (const draw of [figures.densityPair, figures.discretization]) {
      const { alt } = draw(tent, slope);
      expect(alt).toContain(`P = ${alike}`);
      expect(alt).toContain(`Q = ${alike}`);
      expect(draw(tent, normal(0, 1)).alt).not.toContain("P = ");
    }
    const { alt } = figures.meanLogLikelihood(tent, slope);
    expect(alt).toMatch(/从P = density\(.*\)抽的样本在P_G = density\(/);
  });

  test("the words do not call the drawn area D where a part of D, or all of ∞, lies outside", () => {
    const infinite = figures.densityPair(cauchy(0, 1), normal(0, 1), { range: [-20, 20] }).alt;
    expect(infinite).toMatch(/以下的面积0\.212 nat。画出的只是一部分.*D\(P‖Q\) = ∞ nat。$/);
    const cut = figures.densityPair(normal(0, 1), normal(1, 2), {
      range: [0, 1],
      locale: "en",
    }).alt;
    expect(cut).toMatch(/below it\. Only a part is drawn.*D\(P‖Q\) = 0\.4431 nat\.$/);
    expect(figures.densityPair(normal(0, 1), normal(1, 2)).alt).not.toContain("一部分");
  });

  test("the numbers of areas stay inside the frame where an area is largest at its edge", () => {
    const anchors = (P: Distribution, Q: Distribution, range: [number, number]): unknown[] => {
      const { annotations } = figures.densityPair(P, Q, { range }).layout as {
        annotations: readonly { readonly text: string; readonly x: number; xanchor?: string }[];
      };
      return annotations
        .filter(({ text, x }) => text.startsWith("<b>") && range.includes(x))
        .map(({ x, xanchor }) => [x, xanchor]);
    };
    expect(anchors(cauchy(0, 1), normal(0, 1), [-20, 20])).toEqual([[-20, "left"]]);
    expect(anchors(cauchy(0, 1), normal(0, 1), [2, 30])).toEqual([[30, "right"]]);
    expect(anchors(normal(0, 1), normal(1, 2), [2, 6])).toEqual([[2, "left"]]);
    expect(anchors(normal(0, 1), normal(1, 2), [-4, 6])).toEqual([]);
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
