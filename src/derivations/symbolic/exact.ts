import { checkArgument } from "../../words/check-argument";
import { shapeError, valueError } from "../../words/errors";
import { isRecord } from "../../words/is-record";
import { decimalAlgebra, fractionAlgebra } from "./algebra";
import { type ExactScope, evaluateExactly } from "./evaluate-exactly";

/**
 * The value of an expression as an exact fraction: coins, dice and tables without rounding.
 *
 * @param expression arithmetic, integer powers, ∑ and ∏ with limits, E over an array (values 0, 1 …)
 * @param scope numbers and arrays, as text ("1/6") or numbers (0.1 is one tenth)
 * @returns "7/2", or "3" where it is whole
 * @throws RangeError (an ExpressionError) for what is no fraction, or a name the scope does not have
 *
 * @example
 * exact("∑(i=1, 6, i*p[i])", { p: ["1/6", "1/6", "1/6", "1/6", "1/6", "1/6"] }); // "7/2"
 */
export function exact(expression: string, scope: ExactScope = {}): string {
  checkArgument("exact", "expression", expression, "string");
  checkScope("exact", scope);
  return evaluateExactly(expression, scope, fractionAlgebra());
}

/**
 * The value of an expression to many digits: the check of a closed form.
 *
 * @param expression as for `exact`, and log, exp, sqrt, KL and H of arrays
 * @param scope numbers and arrays, as text or numbers (0.1 is one tenth)
 * @param digits significant digits, 1 … 500; default 50
 * @throws RangeError for digits out of range, or a name the scope does not have
 *
 * @example
 * precise("log(2)"); // "0.69314718055994530941723212145817656807550013436026"
 */
export function precise(expression: string, scope: ExactScope = {}, digits: number = 50): string {
  checkArgument("precise", "expression", expression, "string");
  checkArgument("precise", "digits", digits, "number");
  checkScope("precise", scope);
  if (!(Number.isSafeInteger(digits) && digits >= 1 && digits <= 500)) {
    throw valueError(
      "precise",
      `digits 是 ${digits}，应为 1 到 500 的整数`,
      `digits is ${digits}; give an integer from 1 to 500`,
    );
  }
  return evaluateExactly(expression, scope, decimalAlgebra(digits));
}

const isNumberText = (value: unknown): boolean =>
  typeof value === "number"
    ? Number.isFinite(value)
    : typeof value === "string" &&
      /^\s*[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?(\s*\/\s*\d+)?\s*$/i.test(value);

function checkScope(caller: string, scope: unknown): void {
  if (!isRecord(scope) || Array.isArray(scope)) {
    throw shapeError(
      caller,
      'scope 应为对象，例如 { p: ["1/2", "1/2"] }',
      'scope must be an object, for example { p: ["1/2", "1/2"] }',
    );
  }
  for (const [name, value] of Object.entries(scope)) {
    const entries: readonly unknown[] = Array.isArray(value) ? value : [value];
    if (entries.every(isNumberText)) continue;
    throw shapeError(
      caller,
      `scope.${name} 应为有限的数、"1/6" 这样的文字，或它们的数组`,
      `scope.${name} must be a finite number, a text such as "1/6", or an array of these`,
    );
  }
}
