import type { Tree } from "./neutral-tree";

/** Which names of the one formula are which of the other, and what the other puts in the place of a name. */
export interface Correspondence {
  readonly names: ReadonlyMap<string, string>;
  /** Bound variables, innermost last. */
  readonly bound: readonly (readonly [own: string, due: string])[];
  /** What `due` says in the place of a name that `own` leaves as printed. */
  readonly supplied: ReadonlyMap<string, string>;
}

export const noNames: Correspondence = { names: new Map(), bound: [], supplied: new Map() };

/** Whether `due` may say more than the formula: r for what it stands for, KL of two normals for KL(p ‖ q). */
export interface MatchOptions {
  readonly mayBeSupplied: boolean;
}

/** Every way in which the two trees are one, up to consistent naming and the order of addends and factors. */
export function* matches(
  own: Tree,
  due: Tree,
  known: Correspondence,
  options: MatchOptions,
): Generator<Correspondence> {
  if (own.kind === due.kind && own.children.length === due.children.length) {
    const named = own.name === undefined ? known : sameName(own.name, due.name ?? "", known);
    if (named) {
      const binds = own.binds !== undefined && due.binds !== undefined;
      const pair = binds ? ([own.binds, due.binds] as const) : undefined;
      const found = own.isFree
        ? matchFree(own.children, due.children, named, options)
        : matchInTurn(
            own.children,
            due.children,
            named,
            options,
            pair as readonly [string, string],
          );
      for (const one of found) yield { ...one, bound: known.bound };
    }
  }
  if (
    options.mayBeSupplied &&
    own.kind === "name" &&
    own.name !== undefined &&
    due.kind !== "name"
  ) {
    // A sign or an inverse is no explanation of a name; a density, a divergence or a normal distribution is.
    const isExplained = mentionsFunction(due);
    const isBound = known.bound.some(([name]) => name === own.name);
    const text = JSON.stringify(due);
    const earlier = known.supplied.get(own.name);
    if (
      isExplained &&
      !isBound &&
      !known.names.has(own.name) &&
      (earlier === undefined || earlier === text)
    )
      yield { ...known, supplied: new Map([...known.supplied, [own.name, text]]) };
  }
}

const mentionsFunction = (tree: Tree): boolean =>
  /^(call|divergence|entropy|expectation|TV|JS|H2|W1|χ2|Df|Rényi)/u.test(tree.kind) ||
  tree.children.some(mentionsFunction);

/** One to one: neither name stands for another already. */
function sameName(own: string, due: string, known: Correspondence): Correspondence | undefined {
  for (const [a, b] of [...known.bound].reverse())
    if (a === own || b === due) return a === own && b === due ? known : undefined;
  if (known.supplied.has(own)) return undefined;
  const earlier = known.names.get(own);
  if (earlier !== undefined) return earlier === due ? known : undefined;
  if ([...known.names.values()].includes(due)) return undefined;
  return { ...known, names: new Map([...known.names, [own, due]]) };
}

function* matchInTurn(
  own: readonly Tree[],
  due: readonly Tree[],
  known: Correspondence,
  options: MatchOptions,
  binds?: readonly [string, string],
): Generator<Correspondence> {
  const [first, ...rest] = own;
  if (!first) {
    yield known;
    return;
  }
  const isBody = binds && rest.length === 0;
  const inner = isBody ? { ...known, bound: [...known.bound, binds] } : known;
  for (const next of matches(first, due[0], inner, options))
    yield* matchInTurn(rest, due.slice(1), next, options, binds);
}

function* matchFree(
  own: readonly Tree[],
  due: readonly Tree[],
  known: Correspondence,
  options: MatchOptions,
): Generator<Correspondence> {
  const [first, ...rest] = own;
  if (!first) {
    yield known;
    return;
  }
  for (const [i, candidate] of due.entries())
    for (const next of matches(first, candidate, known, options))
      yield* matchFree(rest, [...due.slice(0, i), ...due.slice(i + 1)], next, options);
}
