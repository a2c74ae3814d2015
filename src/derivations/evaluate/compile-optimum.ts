import { maximizeOnGrid } from "../../math/maximize-on-grid";
import type { ExtremeTerm, NameTerm, OptimumTerm } from "../language/term";
import { bind, type Cell, failAt, type Num, numberOf, type Site } from "./context";
import { tick } from "./tick";

/** max(θ, f) and min(θ, f): the value of f at its optimum over the range of the world's grid. */
export function compileOptimalValue({ operator, terms, at }: ExtremeTerm, site: Site): Num {
  const [name, body] = terms;
  const variable = (name as NameTerm).name;
  const cell: Cell = { value: Number.NaN };
  const place = compileOptimum(
    { kind: "optimum", operator: operator === "max" ? "argmax" : "argmin", variable, body, at },
    site,
  );
  const value = numberOf(body, bind(site, variable, cell));
  const { state } = site.context;
  const valueAt = (x: number): number => {
    cell.value = x;
    return value();
  };
  return () => {
    const { noise } = state;
    state.noise = 0;
    const found = place();
    const off = state.noise;
    // Near an optimum the value is known far better than the place.
    const best = valueAt(found);
    const around = Math.max(
      Math.abs(valueAt(found + off) - best),
      Math.abs(valueAt(found - off) - best),
    );
    state.noise = Math.max(noise, Number.isFinite(around) ? around : 0);
    return best;
  };
}

/** argmax or argmin over the range of the world's grid. */
export function compileOptimum(term: OptimumTerm, site: Site): Num {
  const { context } = site;
  const points = context.grid.get(term.variable);
  if (!points || points.length < 3) {
    throw failAt(
      site,
      term.at,
      `世界「${context.world.name}」没有 ${term.variable} 的搜索范围；写 grid: { ${term.variable}: [下限, …, 上限] }，至少 3 个数`,
      `world ${context.world.name} has no range for ${term.variable}; give grid: { ${term.variable}: [low, …, high] }, 3 numbers or more`,
    );
  }
  const cell: Cell = { value: Number.NaN, range: [points[0], points[points.length - 1]] };
  const body = numberOf(term.body, bind(site, term.variable, cell));
  const sign = term.operator === "argmax" ? 1 : -1;
  const { state } = context;
  const objective = (x: number): number => {
    tick(state);
    cell.value = x;
    return sign * body();
  };
  return () => {
    const before = state.underflow;
    const found = maximizeOnGrid(objective, points, state.quality.optimum);
    // Far from the optimum an under-flowing product does no harm; at the optimum it decides by rounding.
    state.underflow = before;
    objective(found.at);
    state.doubt = found.doubt ?? state.doubt;
    state.noise = Math.max(state.noise, found.noise);
    return found.at;
  };
}
