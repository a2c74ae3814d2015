import { exploreWith } from "./figures/explorers/explore";
import type * as learn from "./learning/index";
import * as library from "./library";
import { valueError } from "./words/errors";

/** What the function of an explorer may get besides: `klab.learn`, by `use: ["learn"]`. */
export interface ExplorerModules {
  readonly learn: typeof learn;
}

/** All that this door has: what the function of an explorer gets as its first argument. */
export type Klab = typeof library & { readonly explore: library.Explore<Klab, ExplorerModules> };

/**
 * A figure with controls, recomputed in the page where it is read, without a kernel.
 *
 * The function's source travels with the figure and runs in a Worker that can reach nothing, so it may use its
 * arguments and the language only: the library is its first argument, the controls' values its second.
 *
 * @param draw `(klab, v) => Figure`, an arrow function written in place
 * @param controls `slider`, `select`, `toggle` or `number` by name
 * @param options `locale`; `use: ["learn"]`: the function finds klab/learn as `klab.learn`, and a function with a third
 *   parameter is told by it, `{ coarse }`, while the hand still moves; `handles`, `goals`, `fixedAxes`
 * @throws TypeError if the function closes over names of the cell (they are named), or returns no Figure; RangeError for
 *   a module in `use` that is none, or that the page does not have
 *
 * @example
 * explore((klab, v) => klab.figures.pmfPair([0.5, 0.5], [v.q, 1 - v.q]), { q: slider(0.01, 0.99, 0.9) }).readout; // "D(P‖Q) = 0.5108 nat"
 *
 * @example
 * explore((klab, v) => klab.figures.densityPair(klab.learn.fitForwardKl(klab.normal(v.m, 2), "normal").distribution, klab.normal(0, 2)), { m: slider(-2, 2, 2) }, { use: ["learn"] }).readout; // "D(P‖Q) = 0.5 nat"
 */
export const explore: library.Explore<Klab, ExplorerModules> = exploreWith(klab, {
  learn: learning,
});

/** What learns: where a script of a page has defined it, or from the package's other door, which importing klab does not open. */
function learning(): typeof learn {
  const { klabLearn } = globalThis as { readonly klabLearn?: typeof learn };
  if (klabLearn) return klabLearn;
  try {
    return require("klab/learn") as typeof learn;
  } catch (error) {
    // A page has no `require`, or a bundle's, which names what it has not; what fails in klab/learn itself is told as it is.
    if (!/require is not defined|["']klab\/learn["']/.test(String(error))) throw error;
    throw valueError(
      "explore",
      'options.use 里有 "learn"，而这里没有 klab/learn：网页里请加载 klab-learn-all.js，或在内核里运行',
      'options.use has "learn", but klab/learn is not here: load klab-learn-all.js in a page, or run this in a kernel',
    );
  }
}

let whole: Klab | undefined;

/** The library and `explore`: what explorers hand to their functions, put together when one is made. */
export function klab(): Klab {
  whole ??= { ...library, explore };
  return whole;
}
