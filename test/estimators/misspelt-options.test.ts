import { describe, expect, it } from "vitest";
import * as klab from "../../src";

const { estimateKl, monteCarloKl, normal, seeded, figures } = klab;
const [xs, ys] = [1, 2].map((seed) => normal(0, 1).sample(100, seeded(seed)));
const [p, q] = [normal(0, 1), normal(1, 1)];
/** As from JavaScript, where no type checker looks. */
const as = (options: object): never => options as never;

describe("an option that is not known, or no such value, is refused by name", () => {
  it.each([
    ["metod", () => estimateKl(xs, ys, as({ metod: "kde" }))],
    ["sampels", () => monteCarloKl(p, q, as({ sampels: 100 }))],
    ["rnage", () => figures.densityPair(p, q, as({ rnage: [0, 1] }))],
    ["points", () => figures.densityPair(p, q, as({ points: -3 }))],
    ["estimator", () => monteCarloKl(p, q, as({ estimator: "toString" }))],
    ["locale", () => figures.densityPair(p, q, as({ locale: "fr" }))],
    ["bins", () => estimateKl(xs, ys, as({ method: "histogram", bins: -3 }))],
    ["resamples", () => estimateKl(xs, ys, as({ resamples: "a" }))],
    ["method", () => estimateKl(xs, ys, as({ method: "constructor" }))],
    ["smaples", () => klab.renyi(p, q, as({ order: 2, smaples: 3 }))],
    ["wieghts", () => klab.jensenShannon(p, q, as({ wieghts: [0.5, 0.5] }))],
  ] as const)("%s", (name, call) => {
    expect(call).toThrow(new RegExp(name));
    // In both languages.
    expect(call).toThrow(/[\u4e00-\u9fff].* \/ /);
  });
});
