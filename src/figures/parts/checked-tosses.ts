import { shapeError, valueError } from "../../words/errors";

/** Tosses of a coin as 0 and 1, 1 to 200 of them. */
export function checkedTosses(caller: string, tosses: readonly (number | boolean)[]): (0 | 1)[] {
  if (!Array.isArray(tosses) || tosses.length < 1 || tosses.length > 200) {
    throw shapeError(
      caller,
      "tosses 应为 1 至 200 个 0 或 1 的数组",
      "tosses must be a list of 1 to 200 zeros and ones",
    );
  }
  return tosses.map((toss, i) => {
    const value = Number(toss);
    if (value === 0 || value === 1) return value;
    throw valueError(
      caller,
      `tosses[${i}] 是 ${toss}，应为 0 或 1`,
      `tosses[${i}] is ${toss}; give 0 or 1`,
    );
  });
}
