import { ExpressionError, ExpressionKindError } from "../language/expression-error";
import { isDefinition, readExpression } from "../language/read-expression";
import type { Term } from "../language/term";

/** An expression as a term; undefined where the language cannot read it, or where it is a definition. */
export function readSide(expression: string): Term | undefined {
  try {
    const read = readExpression(expression);
    return isDefinition(read) ? undefined : read;
  } catch (error) {
    if (error instanceof ExpressionError || error instanceof ExpressionKindError) return undefined;
    throw error;
  }
}
