import { limitOf } from "../../math/limit-of";
import { ExpressionError, ExpressionKindError } from "../language/expression-error";
import type { LimitTerm } from "../language/term";
import { bind, type Cell, type Num, numberOf, type Site } from "./context";
import { tick } from "./tick";

/** lim(x, a, f): from where f is defined near a, from both sides where it is on both. */
export function compileLimit(term: LimitTerm, site: Site): Num {
  const to = numberOf(term.to, site);
  const cell: Cell = { value: Number.NaN };
  const body = numberOf(term.body, bind(site, term.variable, cell));
  const { state } = site.context;
  const valueAt = (x: number): number => {
    tick(state);
    cell.value = x;
    try {
      return body();
    } catch (error) {
      // A parameter out of its range, on the side from which the limit is not taken.
      const isOurs = error instanceof ExpressionError || error instanceof ExpressionKindError;
      if (!isOurs && error instanceof RangeError) return Number.NaN;
      throw error;
    }
  };
  return () => {
    const found = limitOf(valueAt, to());
    state.noise = Math.max(state.noise, found.error);
    return found.value;
  };
}
