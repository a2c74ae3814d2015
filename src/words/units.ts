import { shapeError, valueError } from "./errors";

/**
 * How many nats one unit of `base` has: ln(base).
 *
 * @throws RangeError unless base > 1 and finite, TypeError unless it is a number
 */
export function natsPerUnit(caller: string, base: number | undefined): number {
  if (base === undefined) return 1;
  if (typeof base !== "number") {
    throw shapeError(
      caller,
      `base 应为数，给的是 ${typeof base}`,
      `base must be a number, got ${typeof base}`,
    );
  }
  if (!(base > 1 && base < Number.POSITIVE_INFINITY)) {
    throw valueError(
      caller,
      `base 是 ${base}，应为 > 1 的有限数，例如 2（比特）`,
      `base is ${base}; give a finite number > 1, for example 2 (bits)`,
    );
  }
  return base === 2 ? Math.LN2 : Math.log(base);
}

/** The name of the unit, the same in every language: nat, bit, hart; else the base. */
export function unitName(base?: number): string {
  if (base === undefined || base === Math.E) return "nat";
  if (base === 2) return "bit";
  if (base === 10) return "hart";
  return `log${base}`;
}
