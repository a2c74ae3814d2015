/** Text of an expression with how tightly it binds: 1 sums, 2 products, 3 signs, 4 powers, 5 what needs no brackets. */
export interface Written {
  readonly text: string;
  readonly binds: number;
}

export const atom = (text: string): Written => ({ text, binds: 5 });

const inBrackets = ({ text, binds }: Written, least: number): string =>
  binds < least ? `(${text})` : text;

export const call = (name: string, args: readonly (Written | string)[]): Written =>
  atom(`${name}(${args.map((arg) => (typeof arg === "string" ? arg : arg.text)).join(", ")})`);

export function binary(operator: "+" | "-" | "*" | "/", left: Written, right: Written): Written {
  if (operator === "+" || operator === "-") {
    const second = inBrackets(right, right.binds === 3 ? 4 : operator === "-" ? 2 : 1);
    return { text: `${inBrackets(left, 1)} ${operator} ${second}`, binds: 1 };
  }
  const second = inBrackets(right, operator === "/" ? 4 : right.binds === 3 ? 4 : 2);
  return { text: `${inBrackets(left, 2)}${operator}${second}`, binds: 2 };
}

export const negate = (body: Written): Written => ({ text: `-${inBrackets(body, 2)}`, binds: 3 });

export const power = (base: Written, exponent: Written): Written => ({
  text: `${inBrackets(base, 5)}^${inBrackets(exponent, 5)}`,
  binds: 4,
});
