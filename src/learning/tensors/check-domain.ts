import { valueError } from "../../words/errors";
import { placeText, type Tensor } from "./tensor";

/** An operation gives NaN only where it was given one: else it was asked outside its domain. */
export function checkDomain(
  name: string,
  domain: string,
  out: Tensor["data"],
  shape: readonly number[],
  inputs: readonly Tensor[],
): void {
  const at = out.findIndex(Number.isNaN);
  if (at < 0 || inputs.some(({ data }) => data.some(Number.isNaN))) return;
  const place = placeText(at, shape);
  const given = inputs.map((input) => stretchedEntry(input, shape, at));
  const [zh, en] = domain.split(" / ");
  throw valueError(
    name,
    `第 ${place || "1"} 项由 ${given.join("、")} 算得，不是数；${zh}`,
    `entry ${place || "1"}, of ${given.join(" and ")}, is no number; ${en}`,
  );
}

/** What `input`, broadcast to `shape`, has as its entry `at`. */
function stretchedEntry(input: Tensor, shape: readonly number[], at: number): number {
  let index = 0;
  let step = 1;
  let rest = at;
  for (let axis = 1; axis <= input.shape.length; axis++) {
    const own = input.shape[input.shape.length - axis];
    const length = shape[shape.length - axis];
    index += own > 1 ? (rest % length) * step : 0;
    step *= own;
    rest = Math.floor(rest / length);
  }
  return input.data[index];
}
