import { describe, expect, test } from "vitest";
import {
  type Figure,
  figures,
  kl,
  mixture,
  multivariateNormal,
  normal,
  uniform,
} from "../../src/index";
import { gallery } from "../support/figures";

// biome-ignore lint/suspicious/noExplicitAny: parts of Plotly's JSON
type Any = Readonly<Record<string, any>>;
const traces = (figure: Figure): Any[] => figure.data as readonly unknown[] as Any[];

describe("figures of what was learnt", () => {
  test("a training: the upper curve is the sum of both parts, at every step and in its unit", () => {
    const points = [0, 5, 9].map((step) => ({ step, reconstruction: 200 - step, kl: step / 2 }));
    const [reconstruction, loss, divergence] = traces(figures.trainingCurves(points, { base: 2 }));
    for (const i of [0, 1, 2]) {
      expect(loss.y[i]).toBeCloseTo(reconstruction.y[i] + divergence.y[i], 1);
      expect(divergence.y[i]).toBeCloseTo(points[i].kl / Math.LN2, 3);
    }
    expect(loss.x).toEqual([0, 5, 9]);
    const long = Array.from({ length: 5000 }, (_, step) => ({ step, reconstruction: 1, kl: 1 }));
    expect(traces(figures.trainingCurves(long))[0].x.length).toBe(300);
    expect(traces(figures.trainingCurves(long))[0].x.at(-1)).toBe(4999);
  });

  test("a latent map: each point under its class, the share is of all points", () => {
    const points = [
      [0, 0],
      [0, 1],
      [9, 0],
      [8, 0],
      [9, 1],
      [1, 0],
    ];
    const figure = figures.latentMap(points, ["A", "A", "B", "B", "B", "B"]);
    expect(traces(figure).map(({ name, x }) => [name, x.length])).toEqual([
      ["A", 2],
      ["B", 4],
    ]);
    // One of the second class lies with the first.
    expect(figure.alt).toContain("83.3%");
    expect(figure.table.rows.map((row) => row[4])).toEqual(["100%", "75%"]);
    const digits = Array.from({ length: 10 }, (_, i) => String(i));
    const map = figures.latentMap(
      digits.map((_, i) => [i, i]),
      digits,
    );
    const styles = traces(map).map(({ marker }) => `${marker.color} ${marker.symbol}`);
    expect(new Set(styles).size).toBe(10);
    expect(map.table.rows.map(([name]) => name)).toEqual(digits);
  });

  test("names of classes whose centres meet stand apart", () => {
    const points = [
      [0, 0],
      [0, 0.001],
      [10, 10],
    ];
    const notes = figures.latentMap(points, ["a", "b", "c"]).layout.annotations as Any[];
    expect(Math.hypot(notes[0].x - notes[1].x, notes[0].y - notes[1].y)).toBeGreaterThan(0.5);
  });

  test("images: a pixel is where it was given, a gap lies between two", () => {
    const image = [0, 0.25, 0.5, 0.75, 1, 0];
    const [{ z }] = traces(figures.imageGrid([[image, image]], { width: 3 }));
    expect(z).toEqual([
      [0, 6, 12, null, 0, 6, 12],
      [18, 24, 0, null, 18, 24, 0],
    ]);
    const pair = figures.imageGrid([[[0, 1, 1, 0]], [[0.5, 1, 1, 0.1]]], {
      rows: ["原图", "重构"],
    });
    expect(pair.caption).toBe("图：重构与原图平均每个像素差0.15");
  });

  test("images: the title is what copies keep and lose, the number is told beside it", () => {
    const rows = ["原图", "重构"];
    const bars = (height: number, stray = 0): number[][] =>
      [0, 1, 2, 3].map((at) =>
        Array.from({ length: 16 }, (_, i) =>
          Math.floor(i / 4) === at ? height : i % 4 ? 0 : stray,
        ),
      );
    const said = (copies: number[][], originals = bars(1, 0.4)): string =>
      figures.imageGrid([originals, copies], { rows }).caption;
    expect(said(bars(0.9))).toBe("图：重构留住原图的轮廓，细节淡了　重构与原图平均每个像素差0.1");
    expect(said(bars(1, 0.4))).toBe("图：重构都像各自的原图　重构与原图平均每个像素差0");
    expect(said(bars(0.97), bars(1))).toMatch(/^图：重构都像各自的原图　/);
    // As near to the others as to its own: nothing is kept.
    expect(said([...bars(1)].reverse())).toMatch(/^图：重构与原图平均每个像素差[\d.]+$/);
    expect(said(bars(0).map((image) => image.map(() => 0.5)))).toMatch(/^图：重构与原图平均/);
    const own = figures.imageGrid([bars(1, 0.4), bars(0.9)], { rows, title: "四条杠" });
    expect([own.caption, own.readout]).toEqual(["图：四条杠", undefined]);
    const english = figures.imageGrid([bars(1, 0.4), bars(0.9)], {
      rows: ["originals", "copies"],
      locale: "en",
    });
    expect(english.layout.title?.text).toBe("copies keep the shapes of originals, and lose detail");
  });

  test("coverage: areas are shares, counts are of what is filled", () => {
    const figure = figures.coveragePanel([
      { name: "a", shares: [0.4, 0.1, 0.4] },
      { name: "b", shares: [0.9, 0, 0.02] },
    ]);
    const [{ marker }, other] = traces(figure);
    expect((marker.size[0] / marker.size[1]) ** 2).toBeCloseTo(4, 1);
    expect(marker.symbol).toEqual(["circle", "circle", "circle"]);
    expect(other.marker.symbol).toEqual(["circle", "circle-open", "circle-open"]);
    expect(figure.caption).toBe("图：a盖住3个峰，b只盖住1个");
    expect(figure.table.rows[1]).toEqual(["b", "0.9", "0", "0.02", "0.08", "1/3"]);
  });

  test("responsibilities: the surer, the fuller its colour; ellipses are two standard deviations", () => {
    const points = [0, 1, 2, 3].map((x) => [x, 0]);
    const shares = [1, 0.9, 0.6, 0.51].map((share) => [share, 1 - share]);
    const [a, b] = [2, 0.5];
    const figure = figures.responsibilities(points, shares, {
      means: [
        [1, 1],
        [0, 0],
      ],
      covariances: [
        [
          [a, 0.6],
          [0.6, b],
        ],
        [
          [1, 0],
          [0, 1],
        ],
      ],
    });
    const opacity = traces(figure)[0].marker.color.map((color: string) =>
      Number(/([\d.]+)\)$/.exec(color)?.[1]),
    );
    expect(opacity).toEqual([...opacity].sort((x: number, y: number) => y - x));
    expect(new Set(opacity).size).toBe(4);
    expect(figure.alt).toContain("2个点最大的责任不到0.9");
    // Those two are circled, and where none is in doubt there is no circle.
    const circles = traces(figure)[4];
    expect(circles.marker.symbol).toBe("circle-open");
    expect(circles.x).toEqual([2, 3]);
    const sure = [1, 0.9, 0.95, 0].map((share) => [share, 1 - share]);
    expect(traces(figures.responsibilities(points, sure)).length).toBe(2);
    // Of ellipses only where there are some.
    expect(figure.alt).toContain("椭圆");
    expect(figures.responsibilities(points, sure).alt).not.toContain("椭圆");
    const { x, y } = traces(figure)[2];
    const det = a * b - 0.36;
    for (const i of [0, 13, 37]) {
      const [dx, dy] = [x[i] - 1, y[i] - 1];
      expect((b * dx * dx - 1.2 * dx * dy + a * dy * dy) / det).toBeCloseTo(4, 1);
    }
  });

  test("ellipses: points at one and two standard deviations of each, areas by the determinants", () => {
    const covariance = [
      [4, 1.2],
      [1.2, 1],
    ];
    const p = multivariateNormal([1, -1], covariance);
    const q = multivariateNormal(
      [0, 0],
      [
        [1, 0],
        [0, 0.25],
      ],
    );
    const figure = figures.normalEllipses([
      { name: "p", distribution: p },
      {
        name: "q",
        distribution: q,
        path: [
          [3, 0],
          [0, 0],
        ],
      },
    ]);
    const [two, one, , , way] = traces(figure);
    for (const [ring, square] of [
      [two, 4],
      [one, 1],
    ] as const) {
      for (const i of [0, 17, 44]) {
        const [a, b] = [ring.x[i] - 1, ring.y[i] + 1];
        // det = 2.56; the inverse's entries are 1, −1.2, −1.2, 4 over it.
        expect((a * a - 2.4 * a * b + 4 * b * b) / 2.56).toBeCloseTo(square, 2);
      }
    }
    expect(way.x).toEqual([3, 0]);
    // √.25 beside √2.56: .3125
    expect(figure.alt).toContain("q：均值(0, 0)，标准差1、0.5，相关系数0，面积是第一个的0.313倍");
    expect(figure.table.rows[0]).toEqual(["p", "(1, −1)", "2", "1", "0.6", "1"]);
  });

  test.each([
    [1000, 1, [997.8, 1002.2]],
    [-50, 0.01, [-50.022, -49.978]],
    [0, 2, [-4.4, 4.4]],
    [1e20, 1, [1e20 - 1e8, 1e20 + 1e8]],
  ])("ellipses fill the frame wherever they are: %d ± %d", (at, sd, range) => {
    const covariance = [
      [sd * sd, 0],
      [0, sd * sd],
    ];
    const p = multivariateNormal([at, at], covariance);
    const { layout } = JSON.parse(
      JSON.stringify(figures.normalEllipses([{ name: "p", distribution: p }])),
    );
    for (const i of [0, 1])
      expect(Math.abs(layout.xaxis.range[i] / range[i] - 1)).toBeLessThan(1e-14);
    expect(layout.yaxis.range).toEqual(layout.xaxis.range);
  });

  test("gradients: E∇k2 and E∇k3 are the slopes of D(p‖q) and D(q‖p) in the logits, and arrows go down", () => {
    const q = [0.5, 0.3, 0.2];
    const figure = figures.gradientField(q);
    const softmax = (theta: readonly number[]): number[] => {
      const heights = theta.map(Math.exp);
      return heights.map((height) => height / heights.reduce((sum, h) => sum + h, 0));
    };
    for (const [at, ...numbers] of figure.table.rows.slice(0, 8)) {
      const p = (String(at).match(/[\d.]+/g) as string[]).map(Number);
      const theta = p.map(Math.log);
      const slope = (f: (p: number[]) => number, j: number): number => {
        const moved = (h: number): number[] => softmax(theta.map((t, i) => t + (i === j ? h : 0)));
        return (f(moved(1e-4)) - f(moved(-1e-4))) / 2e-4;
      };
      const told = numbers.map((text) => Number(String(text).replace("−", "-")));
      for (const j of [0, 1, 2]) {
        expect(told[j]).toBe(0);
        // The table names p by two digits.
        expect(told[3 + j]).toBeCloseTo(
          slope((r) => kl(r, q, { normalize: true }), j),
          1,
        );
        expect(told[6 + j]).toBeCloseTo(
          slope((r) => kl(q, r, { normalize: true }), j),
          1,
        );
      }
    }
    const height = Math.sqrt(3) / 2;
    const inverse = (x: number, y: number): number[] => {
      const third = y / height;
      return [1 - x - third / 2, x - third / 2, third];
    };
    for (const [trace, f] of [
      [traces(figure)[4], (p: number[]) => kl(p, q, { normalize: true })],
      [traces(figure)[7], (p: number[]) => kl(q, p, { normalize: true })],
    ] as const) {
      let falls = 0;
      for (let i = 0; i < trace.x.length; i += 3) {
        const [from, to] = [i, i + 1].map((k) => inverse(trace.x[k], trace.y[k]));
        if (f(to) < f(from)) falls += 1;
      }
      // A drawn arrow is long: beside q it may pass it.
      expect(falls).toBeGreaterThanOrEqual(trace.x.length / 3 - 3);
    }
    expect(traces(figure)[1].mode).toBe("markers");
  });

  test("fits: what is best is thick, other minima are drawn once each, and counted", () => {
    const figure = gallery.fitPath();
    expect(figure.caption).toBe("图：同一个目标：正向有1处极小，反向有2处极小");
    const densities = traces(figure).filter(({ xaxis }) => xaxis === undefined);
    expect(densities.map(({ line }) => line.width)).toEqual([2, 3, 3, 1.6]);
    expect(figure.table.rows.map((row) => row[2])).toEqual(["0.5552", "0.6918", "0.6918"]);
    const alone = figures.fitPath(normal(0, 1), [
      { name: "q", distribution: normal(1, 1), divergence: 0.5 },
    ]);
    // What is not drawn is not told of.
    expect(figure.alt).toContain("下方是散度");
    expect(alone.alt).not.toMatch(/上方|下方/);
    expect(Object.keys(alone.layout)).not.toContain("xaxis2");
  });
});

describe("what no figure of learning can be made of is refused, with what to do", () => {
  const line = mixture([0.5, 0.5], [normal(-2, 1), normal(2, 1)]);
  test.each<[string, () => unknown, RegExp]>([
    ["one step", () => figures.trainingCurves([{ step: 0, reconstruction: 1, kl: 0 }]), /至少两个/],
    [
      "steps that fall",
      () =>
        figures.trainingCurves([
          { step: 3, reconstruction: 1, kl: 0 },
          { step: 2, reconstruction: 1, kl: 0 },
        ]),
      /points\[1\].step/,
    ],
    [
      "a loss that is no number",
      () =>
        figures.trainingCurves([
          { step: 0, reconstruction: Number.NaN, kl: 0 },
          { step: 2, reconstruction: 1, kl: 0 },
        ]),
      /points\[0\].reconstruction/,
    ],
    ["points of three", () => figures.latentMap([[0, 1, 2]], ["a"]), /points\[0\].*3/],
    ["a label too few", () => figures.latentMap([[0, 1]], []), /labels/],
    ["a pixel above 1", () => figures.imageGrid([[[0, 2]]], { width: 2 }), /images\[0\]\[0\]\[1\]/],
    ["ragged images", () => figures.imageGrid([[[0, 1, 1, 1]], [[0, 1]]]), /images\[1\]/],
    ["no images", () => figures.imageGrid([]), /images/],
    [
      "shares beyond 1",
      () => figures.coveragePanel([{ name: "a", shares: [0.9, 0.2] }]),
      /entries\[0\]/,
    ],
    [
      "a normal of three dimensions",
      () =>
        figures.normalEllipses([
          {
            name: "p",
            distribution: multivariateNormal(
              [0, 0, 0],
              [
                [1, 0, 0],
                [0, 1, 0],
                [0, 0, 1],
              ],
            ),
          },
        ]),
      /二维正态/,
    ],
    [
      "a path of three numbers",
      () =>
        figures.normalEllipses([
          {
            name: "p",
            distribution: multivariateNormal(
              [0, 0],
              [
                [1, 0],
                [0, 1],
              ],
            ),
            path: [[1, 2, 3]],
          },
        ]),
      /entries\[0\]\.path/,
    ],
    ["no objective", () => figures.coveragePanel([]), /entries/],
    [
      "responsibilities of 0.5",
      () => figures.responsibilities([[0, 0]], [[0.25, 0.25]]),
      /shares\[0\]/,
    ],
    [
      "a covariance that is none",
      () =>
        figures.responsibilities([[0, 0]], [[1]], {
          means: [[0, 0]],
          covariances: [
            [
              [1, 2],
              [2, 1],
            ],
          ],
        }),
      /covariances\[0\].*正定/,
    ],
    [
      "a covariance of one row",
      () => figures.responsibilities([[0, 0]], [[1]], { means: [[0, 0]], covariances: [[[1, 0]]] }),
      /covariances\[0\].*2×2/,
    ],
    ["a reference with 0", () => figures.gradientField([0.5, 0.5, 0]), /q\[2\]/],
    ["a reference of two", () => figures.gradientField([0.5, 0.5]), /three/],
    ["no fits", () => figures.fitPath(line, []), /1 至 4/],
    [
      "a fit without a name",
      () => figures.fitPath(line, [{ distribution: line, divergence: 0 } as never]),
      /name/,
    ],
    [
      "a divergence that is no number",
      () => figures.fitPath(line, [{ name: "a", distribution: line, divergence: Number.NaN }]),
      /divergence/,
    ],
    [
      "nothing on the path",
      () =>
        figures.fitPath(line, [
          { name: "a", distribution: line, divergence: 0, path: [null as never] },
        ]),
      /divergence/,
    ],
  ])("%s", (_, make, message) => {
    expect(make).toThrow(message);
  });
});

describe("figures of the game", () => {
  test("a discriminator: p/(p + q), above one half just where p is above q, with its score", () => {
    const [P, Q] = [normal(0, 1), normal(1, 2)];
    const [p, q, best] = traces(figures.discriminator(P, Q));
    for (const [i, x] of best.x.entries()) {
      expect(best.y[i]).toBeCloseTo(P.prob(x) / (P.prob(x) + Q.prob(x)), 12);
      expect(best.y[i] > 0.5).toBe(p.y[i] > q.y[i]);
    }
    expect(figures.discriminator(P, Q).caption).toContain("最优得分−1.13 nat，最少是−1.386 nat");
    expect(figures.discriminator(P, Q, { base: 2 }).alt).toContain("−1.63 bit");
    expect(figures.discriminator(P, P).caption).toContain("只能猜一半");
  });

  test.each([
    // By mpmath: ½; the best of N(0, 1) and N(2, 1); one that is sure where it may be wrong.
    ["one half", () => 0.5, "得分−1.386 nat"],
    ["the best", (x: number) => 1 / (1 + Math.exp(2 * x - 2)), "得分−0.7126 nat"],
    ["its mirror", (x: number) => 1 / (1 + Math.exp(2 - 2 * x)), "得分−4.713 nat"],
    ["a step", (x: number) => (x < 1 ? 1 : 0), "得分−∞ nat"],
  ])("the score of another discriminator: %s", (_, discriminator, score) => {
    const figure = figures.discriminator(normal(0, 1), normal(2, 1), { discriminator });
    expect(figure.caption).toContain(score);
    expect(traces(figure)).toHaveLength(4);
  });

  test("a discriminator that is no probability is refused, with where", () => {
    expect(() =>
      figures.discriminator(normal(0, 1), normal(2, 1), { discriminator: (x) => x }),
    ).toThrow(/discriminator\(-?[\d.]+\).*\[0, 1\]/);
  });

  test("of what neither can be, nothing is said", () => {
    const figure = figures.discriminator(uniform(0, 1), uniform(2, 3), { range: [0, 3] });
    expect(traces(figure)[2].y).toContain(null);
    expect(figure.table.rows.map((row) => row[3])).toContain("–");
    expect(figure.caption).toContain("最优得分0 nat");
    const nowhere = figures.discriminator(uniform(0, 1), uniform(2, 3), { range: [5, 6] });
    expect(JSON.stringify(nowhere.layout.annotations)).not.toContain("最优");
  });

  test("samples over steps: the mean distance to the nearest real point, of all points", () => {
    const real = [
      [0, 0],
      [10, 0],
    ];
    const figure = figures.sampleSteps(
      [
        {
          name: "a",
          points: [
            [3, 4],
            [10, 1],
          ],
        },
        {
          name: "b",
          points: [[0, 0.5]],
          field: [
            [0, 1],
            [0.5, 0.25],
          ],
        },
      ],
      real,
    );
    expect(figure.table.rows.map((row) => row[2])).toEqual(["3", "0.5"]);
    expect(figure.caption).toContain("从3到0.5");
    expect(
      traces(figure)
        .map(({ type }) => type)
        .filter((type) => type === "heatmap"),
    ).toHaveLength(1);
    expect(() => figures.sampleSteps([], real)).toThrow(/1 至 4.*1 to 4/s);
    // A hole where a step should be.
    expect(() => figures.sampleSteps(new Array(2), real)).toThrow(/1 至 4/);
    for (const odd of [-0.1, 1.5, 40]) {
      const step = {
        name: "a",
        points: real,
        field: [
          [0.5, 1],
          [0, odd],
        ],
      };
      expect(() => figures.sampleSteps([step], real)).toThrow(RangeError);
      expect(() => figures.sampleSteps([step], real)).toThrow(
        `steps[0].field[1][1] 是 ${odd}，概率应在 0 到 1 之间`,
      );
    }
    const steps = ["a", "b"].map((name) => ({ name, points: real }));
    const { alt } = figures.sampleSteps(steps, real, { locale: "en" });
    expect(alt).toMatch(/: a 0, b 0\.$/);
    expect(alt).not.toMatch(/[，。：]/);
  });
});
