import { shapeError } from "./errors";

/** Throws a TypeError unless an argument is of this kind: for functions whose callers are not type-checked. */
export function checkArgument(
  caller: string,
  name: string,
  value: unknown,
  type: "string" | "number",
): void {
  if (typeof value === type) return;
  const given = value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
  const [zh, en] = type === "string" ? ["文字", "a text"] : ["数", "a number"];
  throw shapeError(
    caller,
    `${name} 应为${zh}，给的是 ${given}`,
    `${name} must be ${en}, got ${given}`,
  );
}
