import type { PlannedCell } from "../live-messages";
import { cellProgram } from "./cell-program";
import { type CellRoles, cellRoles } from "./cell-roles";
import { restlessNames, shares, withWays } from "./restless-names";

interface Known extends PlannedCell {
  /** None where the cell cannot be read: it may do anything. */
  readonly roles: CellRoles | undefined;
}

const kept = new Map<string, CellRoles | undefined>();

function rolesOf(source: string): CellRoles | undefined {
  if (!kept.has(source)) {
    let roles: CellRoles | undefined;
    try {
      roles = cellRoles(cellProgram(source).program);
    } catch {
      roles = undefined;
    }
    kept.set(source, roles);
  }
  return kept.get(source);
}

/**
 * The cells that have to run before the last one of a list: those that declare a name that it uses, or change one, and
 * what these need in turn. Printing alone needs no running. What cannot be told from the code is supposed.
 *
 * @param list the cells of a page in order, up to the one that is to run
 * @returns the cells to run before it, in order
 */
export function cellsNeeded(list: readonly PlannedCell[]): string[] {
  const cells: Known[] = list.map((one) => ({ ...one, roles: rolesOf(one.source) }));
  const target = cells[cells.length - 1];
  const earlier = cells.slice(0, -1);
  if (!target.roles || earlier.some(({ roles }) => !roles)) {
    return earlier.filter(({ hasRun }) => !hasRun).map(({ cell }) => cell);
  }
  const restless = restlessNames(cells.flatMap(({ roles }) => (roles ? [roles] : [])));
  const needed = new Set<Known>([target]);
  const names = new Set<string>();
  const take = (one: Known): void => {
    needed.add(one);
    for (const name of withWays(one.roles?.uses ?? [], restless)) names.add(name);
  };
  take(target);
  for (let size = 0; size !== needed.size + names.size; ) {
    size = needed.size + names.size;
    for (const one of earlier) {
      const { roles } = one;
      if (!roles || needed.has(one)) continue;
      const isTouching = [...roles.uses].some(
        (name) => restless.names.has(name) && names.has(name),
      );
      if (roles.isGlobal || shares(roles.declares, names) || isTouching) take(one);
    }
  }
  const running: Known[] = [];
  for (const one of earlier) {
    if (!needed.has(one) || !one.roles) continue;
    const { declares, uses } = one.roles;
    // What ran already runs again where a cell before it, which runs now, declares or changes the same.
    const touched = withWays(uses, restless);
    const isUndone = running.some(
      ({ roles }) =>
        roles &&
        (shares(roles.declares, declares) ||
          shares(roles.declares, uses) ||
          [...roles.uses].some((name) => restless.names.has(name) && touched.has(name))),
    );
    if (!one.hasRun || isUndone) running.push(one);
  }
  return running.map(({ cell }) => cell);
}
