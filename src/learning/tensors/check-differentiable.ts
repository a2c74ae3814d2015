import { shapeError } from "../../words/errors";
import { isTensor, shapeText, type Tensor } from "./tensor";

/** Throws a TypeError unless f is a function. */
export function checkFunction(caller: string, f: unknown, name = "f"): void {
  if (typeof f === "function") return;
  const given = f === null ? "null" : typeof f;
  throw shapeError(
    caller,
    `${name} 应为函数，例如 (x) => sum(square(x))，给的是 ${given}`,
    `${name} must be a function, for example (x) => sum(square(x)), got ${given}`,
  );
}

/** The number that f gave, as a tensor of shape []. */
export function checkNumber(caller: string, value: unknown): Tensor {
  if (isTensor(value) && value.shape.length === 0) return value;
  if (isTensor(value)) {
    const shape = shapeText(value.shape);
    throw shapeError(
      caller,
      `f 给出形状为 ${shape} 的 tensor，应给出一个数；请用 sum 或 mean`,
      `f gives a tensor of shape ${shape} and must give a number; take its sum or mean`,
    );
  }
  const given = value instanceof Promise ? "Promise" : value === null ? "null" : typeof value;
  throw shapeError(
    caller,
    `f 给出 ${given}，应给出形状为 [] 的 tensor；请用 klab/learn 的运算，不用 Math 与 .item()`,
    `f gives ${given} and must give a tensor of shape []; use operations of klab/learn, not Math or .item()`,
  );
}
