import { textWidth } from "../../words/text-width";

/** What an error in an expression knows of its place. */
export interface ExpressionPlace {
  /** The text the author typed. */
  readonly expression: string;
  /** Index of the character in it, from 0. */
  readonly at: number;
}

function pointed({ expression, at }: ExpressionPlace, zh: string, en: string): string {
  const position = Math.min(at, expression.length);
  const lineStart = expression.lastIndexOf("\n", position - 1) + 1;
  const lineEnd = expression.indexOf("\n", position);
  const line = expression.slice(lineStart, lineEnd < 0 ? undefined : lineEnd);
  const indent = " ".repeat(textWidth(line.slice(0, position - lineStart)));
  return [
    `derivation: 第 ${position + 1} 个字符：${zh} / character ${position + 1}: ${en}`,
    `    ${line}`,
    `    ${indent}^`,
  ].join("\n");
}

/** An expression that cannot be read, or names what no world knows: a RangeError that points at the place. */
export class ExpressionError extends RangeError {
  override readonly name: string = "ExpressionError";
  readonly expression: string;
  readonly position: number;

  constructor(place: ExpressionPlace, zh: string, en: string) {
    super(pointed(place, zh, en));
    this.expression = place.expression;
    this.position = place.at;
  }
}

/** An operator given the wrong number or kind of arguments: a TypeError that points at the place. */
export class ExpressionKindError extends TypeError {
  override readonly name: string = "ExpressionKindError";
  readonly expression: string;
  readonly position: number;

  constructor(place: ExpressionPlace, zh: string, en: string) {
    super(pointed(place, zh, en));
    this.expression = place.expression;
    this.position = place.at;
  }
}
