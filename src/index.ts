import { exploreWith } from "./figures/explorers/explore";
import * as library from "./library";

// The door of klab: the library, and `explore`, which hands it to the functions of explorers.
export * from "./library";

/** All that this door has: what the function of an explorer gets as its first argument. */
export type Klab = typeof library & { readonly explore: library.Explore<Klab> };

/**
 * A figure with controls, recomputed in the page where it is read, without a kernel.
 *
 * The function's source travels with the figure and runs in a Worker that can reach nothing, so it may use its
 * arguments and the language only: the library is its first argument, the controls' values its second.
 *
 * @param draw `(klab, v) => Figure`, an arrow function written in place
 * @param controls `slider`, `select`, `toggle` or `number` by name
 * @param options `locale`
 * @throws TypeError if the function closes over names of the cell (they are named), or returns no Figure
 *
 * @example
 * explore((klab, v) => klab.figures.pmfPair([0.5, 0.5], [v.q, 1 - v.q]), { q: slider(0.01, 0.99, 0.9) }).readout; // "D(P‖Q) = 0.5108 nat"
 */
export const explore: library.Explore<Klab> = exploreWith(() => klab);

const klab: Klab = { ...library, explore };
