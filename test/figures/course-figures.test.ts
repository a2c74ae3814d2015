import { describe, expect, test } from "vitest";
import {
  bernoulli,
  type Figure,
  figures,
  kl,
  mutualInformation,
  normal,
  poisson,
  uniform,
} from "../../src/index";

// biome-ignore lint/suspicious/noExplicitAny: parts of Plotly's JSON
type Any = Readonly<Record<string, any>>;
const traces = (figure: Figure): readonly Any[] => figure.data as readonly Any[];
const shapes = (figure: Figure): readonly Any[] => figure.layout.shapes as Any[];

describe("both directions", () => {
  test("share their axes, and each colour is one distribution in both panels", () => {
    const [P, Q] = [normal(0, 1), normal(1, 2)];
    const figure = figures.bothDirections(P, Q);
    const { yaxis2, yaxis4, xaxis, xaxis2 } = figure.layout as Any;
    expect(yaxis4.range).toEqual(yaxis2.range);
    expect(xaxis2.range).toEqual(xaxis.range);
    const [p, q, , , p2, q2] = traces(figure);
    expect([p2.line.color, q2.line.color]).toEqual([p.line.color, q.line.color]);
    expect(p2.y).toEqual(p.y);
    expect(figure.alt).toContain(`D(P‖Q) = ${kl(P, Q).toPrecision(4)} nat`);
    expect(figure.alt).toContain(`D(Q‖P) = ${kl(Q, P).toPrecision(4)} nat`);
  });
});

describe("areas of information", () => {
  const joint = [
    [0.4, 0.1],
    [0.15, 0.35],
  ];

  test("pieces are as large as the joint probabilities, and the overlap is I(X; Y)", () => {
    const figure = figures.informationArea(joint, { base: 2 });
    for (const [j, piece] of traces(figure).slice(0, 2).entries()) {
      for (const [i, height] of piece.y.entries()) {
        expect(piece.width[i] * height).toBeCloseTo(joint[i][j], 12);
      }
    }
    const overlap = shapes(figure).find(({ type }) => type === "rect") as Any;
    expect(overlap.x1 - overlap.x0).toBeCloseTo(mutualInformation(joint, { base: 2 }), 12);
    const [hx, hy, hxy] = traces(figure).slice(2);
    expect(hx.x[0] + hy.x[0] - hxy.x[0]).toBeCloseTo(mutualInformation(joint, { base: 2 }), 12);
  });

  test("of independent variables nothing overlaps, and a row without mass has no piece", () => {
    const none = figures.informationArea([
      [0.25, 0.25],
      [0.25, 0.25],
    ]);
    expect(none.caption).toContain("I(X; Y) = 0 nat");
    const empty = figures.informationArea([
      [0.5, 0.5],
      [0, 0],
    ]);
    expect(traces(empty)[0].y).toEqual([0.5, 0]);
  });
});

describe("why D is never negative", () => {
  test("the line lies above the logarithm, and the gap is what D is made of", () => {
    const figure = figures.logBound();
    const [log, line, , share] = traces(figure);
    // At t = 0 the logarithm is below any frame, and the share of D is 1: 0 ln 0 = 0.
    expect([log.y[0], share.y[0]]).toEqual([null, 1]);
    expect(log.y.slice(1).every((y: number, i: number) => y <= line.y[i + 1])).toBe(true);
    expect(Math.min(...share.y)).toBeGreaterThanOrEqual(0);
    const [p, q] = [
      [0.2, 0.8],
      [0.5, 0.5],
    ];
    const sum = p.reduce((total, pi, i) => {
      const t = pi / q[i];
      return total + q[i] * (t * Math.log(t) - t + 1);
    }, 0);
    expect(sum).toBeCloseTo(kl(p, q), 12);
    expect(() => figures.logBound({ range: [-0.1, 2] })).toThrow(RangeError);
  });
});

describe("how large D is", () => {
  test("the coin and the shift that it tells are so far away", () => {
    for (const [d, samples, coin, shift] of figures.divergenceScale({ values: [0.02, 0.5, 3] })
      .table.rows) {
      const b = Number(coin);
      expect(kl([0.5, 0.5], [b, 1 - b])).toBeCloseTo(Number(d), 1);
      expect(kl(normal(0, 1), normal(Number(shift), 1))).toBeCloseTo(Number(d), 2);
      expect(samples).toBe(Math.ceil(Math.log(20) / Number(d)));
    }
    expect(() => figures.divergenceScale({ values: [0] })).toThrow(RangeError);
    expect(() => figures.divergenceScale({ error: 1 })).toThrow(RangeError);
  });
});

describe("the evidence in two parts", () => {
  test("each bar's parts end at ln p(x)", () => {
    const figure = figures.evidenceBars(-2, [
      { name: "a", elbo: -5 },
      { name: "b", elbo: -2 },
    ]);
    const [bound, gap] = traces(figure);
    for (const i of [0, 1]) {
      expect(bound.base[i] + bound.x[i]).toBeCloseTo(gap.base[i], 12);
      expect(gap.base[i] + gap.x[i]).toBeCloseTo(-2, 12);
    }
    expect(() => figures.evidenceBars(-2, [{ name: "a", elbo: -1 }])).toThrow(/entries\[0\]/);
    expect(() => figures.evidenceBars(-2, [])).toThrow(TypeError);
    // biome-ignore lint/suspicious/noSparseArray: a hole is what is tried
    const holes = [, { name: "a", elbo: -3 }] as { name: string; elbo: number }[];
    expect(() => figures.evidenceBars(-2, holes)).toThrow(/evidenceBars/);
    expect(() => figures.evidenceBars(Number.NaN, [{ name: "a", elbo: -3 }])).toThrow(RangeError);
  });
});

describe("Fisher's parabola", () => {
  test.each([
    ["a normal's mean", (mu: number) => normal(mu, 2), 0, [-3, 3], 1 / 4],
    ["a normal's spread", (s: number) => normal(0, s), 1, [0.5, 2], 2],
    ["a coin", bernoulli, 0.3, [0.1, 0.6], 1 / 0.21],
    ["a Poisson rate", poisson, 4, [2, 7], 1 / 4],
  ] as const)("of %s has its Fisher information", (_, family, at, range, information) => {
    const figure = figures.fisherParabola(family as (theta: number) => never, at, { range });
    const [parabola, forward] = traces(figure);
    const [low] = range;
    expect(parabola.x[0]).toBe(low);
    expect(parabola.y[0]).toBeCloseTo((information * (low - at) ** 2) / 2, 3);
    const near = parabola.x.findIndex((x: number) => x >= at);
    expect(forward.y[near]).toBeCloseTo(parabola.y[near], 3);
  });

  test("is refused where the support moves, or the point is outside the range", () => {
    const moving = (high: number) => uniform(0, high);
    expect(() => figures.fisherParabola(moving, 1, { range: [0.5, 2] })).toThrow(RangeError);
    expect(() => figures.fisherParabola(poisson, 9, { range: [1, 2] })).toThrow(RangeError);
    expect(() => figures.fisherParabola(poisson, 1, {} as never)).toThrow(TypeError);
  });
});

test.each([[[null]], [new Array(1)], [5], ["1951"], [[{ what: "no year" }]]])(
  "historyTimeline refuses events that are none: %j",
  (events) => {
    const options = { events } as unknown as Parameters<typeof figures.historyTimeline>[0];
    expect(() => figures.historyTimeline(options)).toThrow(/^historyTimeline: /);
  },
);
