import type { Cell } from "../notebook/nbformat";

/** The longest a timer of JavaScript can wait, in seconds: 2^31 − 1 milliseconds. */
export const longestTimeout = 2_147_483;

/** Whether `seconds` can be waited. */
export function isTimeout(seconds: number): boolean {
  return seconds > 0 && seconds <= longestTimeout;
}

/** Seconds this cell may take by its metadata, `"klab": { "timeout": 600 }` or `"klab.timeout": 600`. */
export function cellTimeout({ metadata }: Cell): number | undefined {
  const seconds = declared(metadata);
  return typeof seconds === "number" && isTimeout(seconds) ? seconds : undefined;
}

/** What is wrong with the time-out that a cell's metadata declares. */
export function timeoutProblem({ metadata }: Cell): string | undefined {
  const seconds = declared(metadata);
  if (seconds === undefined || (typeof seconds === "number" && isTimeout(seconds)))
    return undefined;
  return `klab.timeout 应为 0 到 ${longestTimeout} 之间的秒数 / klab.timeout must be seconds between 0 and ${longestTimeout}: ${JSON.stringify(seconds)}`;
}

function declared(metadata: Cell["metadata"]): unknown {
  const { klab } = metadata;
  const inner =
    typeof klab === "object" && klab !== null && "timeout" in klab ? klab.timeout : undefined;
  return inner ?? metadata["klab.timeout"];
}
