import type { Cell, State } from "./context";

/** Remembers the last value of `compute` for as long as nothing it depends on has changed. */
export function memo<T>(cells: readonly Cell[], state: State, compute: () => T): () => T {
  const seen = new Float64Array(cells.length);
  let version = -1;
  let value: T;
  return () => {
    let fresh = version === state.version;
    for (let i = 0; fresh && i < cells.length; i++) fresh = seen[i] === cells[i].value;
    if (fresh) return value;
    // Taken before computing: a nested binder may move cells, and puts none of these back.
    for (let i = 0; i < cells.length; i++) seen[i] = cells[i].value;
    // What throws has no value to remember.
    version = -1;
    value = compute();
    version = state.version;
    return value;
  };
}
