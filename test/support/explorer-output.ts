import type { Page } from "playwright-core";
import { figureHtml } from "../../src/display/figure-html";
import { mimeBundle } from "../../src/display/mime";
import { type Explorer, explore, slider } from "../../src/index";

/** Two normals and two sliders. */
export const explorer = explore(
  (klab, v) =>
    klab.figures.densityPair(klab.normal(0, 1), klab.normal(v.mu, v.sigma), { points: 401 }),
  { mu: slider(-3, 3, 0, { label: "均值μ" }), sigma: slider(0.2, 3, 1, { label: "标准差σ" }) },
);
/** A forward and a reverse fit to two peaks, one of which is dragged. */
export const draggedFits = explore(
  (klab, v, hand) => {
    const target = klab.mixture([0.5, 0.5], [klab.normal(-2, 0.6), klab.normal(v.right, 0.6)]);
    const { fitForwardKl, fitReverseKl } = klab.learn;
    const forward = fitForwardKl(target, "normal");
    const reverse = fitReverseKl(target, "normal", { starts: hand.coarse ? 2 : 4 });
    const isLow = ({ divergence }: { readonly divergence: number }): boolean => divergence < 1;
    return klab.figures.fitPath(target, [
      {
        name: "正向",
        distribution: forward.distribution,
        divergence: forward.divergence,
        optima: forward.optima,
      },
      {
        name: "反向",
        distribution: reverse.distribution,
        divergence: reverse.divergence,
        optima: reverse.optima.filter(isLow),
      },
    ]);
  },
  { right: slider(-2, 4, 2, { label: "右峰", step: 0.5 }) },
  {
    use: ["learn"],
    goals: {
      两峰合一: (klab, v) =>
        klab.learn.fitReverseKl(
          klab.mixture([0.5, 0.5], [klab.normal(-2, 0.6), klab.normal(v.right, 0.6)]),
          "normal",
        ).optima.length === 1,
    },
  },
);
export const htmlOf = (value: Explorer): string => value[mimeBundle]()["text/html"] as string;

/** The explorer's output with something else in it: as a notebook of an enemy would have it. */
export function forged(changes: object): string {
  const json = /<script type="application\/json">(.*?)<\/script>/s.exec(htmlOf(explorer))![1];
  const plotly = JSON.parse(json);
  Object.assign(plotly.explorer, changes);
  const { caption, alt, table } = explorer;
  return figureHtml({ caption, alt, table, plotly });
}

export const readout = 'output[aria-live="polite"]';
/** Waits until the readout of the page's explorer number `at` says `text`. */
export const says = (page: Page, text: string, at = 0): Promise<unknown> =>
  page.waitForFunction(
    ([selector, wanted, index]) =>
      document.querySelectorAll(selector)[index]?.textContent?.includes(wanted),
    [readout, text, at] as const,
    { timeout: 20_000 },
  );
