import { describe, expect, test } from "vitest";
import { figures, kl } from "../../src/index";

const p = [0.1, 0.4, 0.5];
const q = [0.8, 0.1, 0.1];
const shares = (figure: { data: readonly object[] }): number[] =>
  (figure.data[2] as { y: number[] }).y;
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

describe("a pair of Pmfs", () => {
  test("the contributions add up to the divergence", () => {
    expect(sum(shares(figures.pmfPair(p, q)))).toBeCloseTo(kl(p, q), 12);
    expect(sum(shares(figures.pmfPair(p, q, { base: 2 })))).toBeCloseTo(kl(p, q, { base: 2 }), 12);
  });

  test("the words name the value, its unit and the largest contribution", () => {
    const { alt, caption } = figures.pmfPair(p, q, { labels: ["晴", "阴", "雨"] });
    expect(alt).toContain("D(P‖Q) = 1.151 nat");
    expect(alt).toContain("雨”，为0.8047 nat");
    expect(caption).toBe("图：有的项是负的，一项接一项，合计仍 ≥ 0　D(P‖Q) = 1.151 nat");
    expect(figures.pmfPair(p, q, { base: 2, locale: "en" }).alt).toContain("1.661 bit");
  });

  test("an outcome that Q rules out is a bar beyond the frame, marked ↑∞", () => {
    const figure = figures.pmfPair([0.5, 0.5], [1, 0]);
    expect(shares(figure).every(Number.isFinite)).toBe(true);
    const { range } = figure.layout.yaxis2 as { range: [number, number] };
    expect(shares(figure)[1]).toBeGreaterThan(10 * range[1]);
    expect(JSON.stringify(figure.layout.annotations)).toContain("↑∞");
    expect(figure.alt).toContain("D(P‖Q) = ∞");
    expect(figure.table.rows[1]).toEqual(["2", "0.5", "0", "∞"]);
  });

  test("typed arrays are drawn as plain ones", () => {
    expect(figures.pmfPair(Float64Array.from(p), Float64Array.from(q))).toEqual(
      figures.pmfPair(p, q),
    );
  });

  test("bad input is refused before anything is drawn", () => {
    expect(() => figures.pmfPair([0.5, 0.6], q)).toThrow(TypeError);
    expect(() => figures.pmfPair([-0.1, 0.6, 0.5], q)).toThrow(RangeError);
    expect(() => figures.pmfPair(p, q, { labels: ["a"] })).toThrow(/labels/);
  });

  test("its JSON is as it was", () => {
    const { data, layout } = figures.pmfPair(p, q, { labels: ["晴", "阴", "雨"] });
    expect(JSON.parse(JSON.stringify({ data, layout }))).toMatchSnapshot();
  });
});
