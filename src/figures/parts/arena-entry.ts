import { checkArgument } from "../../words/check-argument";
import { shapeError, valueError } from "../../words/errors";

/** One estimator's answer, in nats; an `Estimate` with a name. */
export interface ArenaEntry {
  readonly name: string;
  readonly value: number;
  readonly interval: readonly [low: number, high: number];
}

/** Throws unless every entry has a name, a finite value and an interval, and the truth is finite. */
export function checkArenaEntries(
  caller: string,
  entries: readonly ArenaEntry[],
  exact: number,
): void {
  if (!Array.isArray(entries) || entries.length === 0) {
    throw shapeError(
      caller,
      "entries 应为估计的数组，且不空",
      "entries must be a list of estimates, not empty",
    );
  }
  for (const [i, entry] of entries.entries()) {
    if (typeof entry?.name !== "string" || entry.interval?.length !== 2) {
      throw shapeError(
        caller,
        `entries[${i}] 应为 { name, value, interval: [low, high] }`,
        `entries[${i}] must be { name, value, interval: [low, high] }`,
      );
    }
    checkArgument(caller, `entries[${i}].value`, entry.value, "number");
    checkArgument(caller, `entries[${i}].interval[0]`, entry.interval[0], "number");
    checkArgument(caller, `entries[${i}].interval[1]`, entry.interval[1], "number");
  }
  checkArgument(caller, "exact", exact, "number");
  const bad = [exact, ...entries.map(({ value }) => value)].find((x) => !Number.isFinite(x));
  if (bad !== undefined) {
    throw valueError(
      caller,
      `有 ${bad}，估计值与真值都应为有限数`,
      `got ${bad}; estimates and the truth must be finite`,
    );
  }
  // An end of −∞ or ∞ says that the interval is open there.
  const at = entries.findIndex(({ interval: [low, high] }) => !(low <= high));
  if (at >= 0) {
    const interval = entries[at].interval.join(", ");
    throw valueError(
      caller,
      `entries[${at}].interval 是 [${interval}]，应为两个数，前小后大`,
      `entries[${at}].interval is [${interval}]; give two numbers, the lower first`,
    );
  }
}
