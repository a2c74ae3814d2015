import type { CellRoles } from "./cell-roles";
import { spread } from "./ties-of";

export const shares = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => {
  for (const name of a) if (b.has(name)) return true;
  return false;
};

export interface Restless {
  readonly names: ReadonlySet<string>;
  /** Names that a change of another comes through, by that name: of the same object, of functions that use it. */
  readonly ways: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * Names whose value depends on what ran before: of a sequence of random numbers, of what some cell changes, of functions
 * that use such a one. A cell that uses one has to run for the sake of a later one that does.
 */
export function restlessNames(all: readonly CellRoles[]): Restless {
  // Names of loops and of functions' insides are no business of other cells.
  const declared = new Set(all.flatMap(({ declares }) => [...declares]));
  const union = (part: (roles: CellRoles) => Iterable<string>): Set<string> =>
    new Set(all.flatMap((roles) => [...part(roles)]));
  const changers = union((roles) => roles.changers);
  const makers = union((roles) => roles.makers);
  for (let size = -1; size !== changers.size; ) {
    size = changers.size;
    for (const { handing } of all) {
      for (const [name, called] of handing) if (shares(called, changers)) changers.add(name);
    }
  }
  const seeds = new Map<string, boolean>();
  const seed = (found: Iterable<readonly [string, boolean]>): void => {
    for (const [name, isDeep] of found) {
      if (declared.has(name)) seeds.set(name, isDeep || seeds.get(name) === true);
    }
  };
  // What changes may change within.
  const whole = (names: Iterable<string>): Map<string, boolean> =>
    new Map([...names].map((name) => [name, true]));
  for (const { given, made, changes } of all) {
    seed(changes.changed);
    for (const [called, names] of given) {
      if (changers.has(called)) seed(spread(whole(names), changes.ties));
    }
    for (const [name, calls] of made) if (shares(calls, makers)) seed([[name, true]]);
  }
  const widen = (from: ReadonlyMap<string, boolean>): Map<string, boolean> => {
    const reached = new Map(from);
    for (let isMore = true; isMore; ) {
      isMore = false;
      for (const { changes } of all) {
        for (const [name, isDeep] of spread(reached, changes.ties)) {
          const known = reached.get(name);
          if (!declared.has(name) || known === true || known === isDeep) continue;
          reached.set(name, isDeep);
          isMore = true;
        }
      }
    }
    return reached;
  };
  const ways = new Map<string, Set<string>>();
  const addWay = (from: string, to: string): void => {
    ways.set(to, (ways.get(to) ?? new Set<string>()).add(from));
  };
  const names = new Set([...union((roles) => roles.restless), ...widen(seeds).keys()]);
  for (const [name, isDeep] of seeds) {
    for (const reached of widen(new Map([[name, isDeep]])).keys()) addWay(name, reached);
  }
  for (const { changes } of all) {
    for (const name of changes.assigned) if (declared.has(name)) names.add(name);
  }
  for (let size = -1; size !== names.size; ) {
    size = names.size;
    for (const { functions } of all) {
      for (const [name, uses] of functions) {
        for (const used of uses) {
          if (!names.has(used) || used === name) continue;
          names.add(name);
          addWay(name, used);
        }
      }
    }
  }
  return { names, ways };
}

/** Names, and those that a change of them may come through. */
export function withWays(names: Iterable<string>, { ways }: Restless): Set<string> {
  const all = new Set(names);
  for (const name of all) for (const way of ways.get(name) ?? []) all.add(way);
  return all;
}
