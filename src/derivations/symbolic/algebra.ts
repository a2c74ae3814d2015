/** The arithmetic of one kind of exact or long number. */
export interface Algebra<T> {
  read(text: string): T;
  add(a: T, b: T): T;
  subtract(a: T, b: T): T;
  multiply(a: T, b: T): T;
  divide(a: T, b: T): T;
  power(a: T, b: T): T;
  /** Undefined where the kind of number has none: a logarithm is no fraction. */
  elementary(name: "log" | "log2" | "exp" | "sqrt" | "abs", a: T): T | undefined;
  toNumber(a: T): number;
  text(a: T): string;
}

/** What of mathjs's full build is used. */
interface Mathjs {
  create(all: unknown, config: object): Instance;
  readonly all: unknown;
}

type Value = { readonly valueOf: () => unknown };

interface Instance {
  fraction(text: string): Value;
  bignumber(text: string): Value;
  add(a: Value, b: Value): Value;
  subtract(a: Value, b: Value): Value;
  multiply(a: Value, b: Value): Value;
  divide(a: Value, b: Value): Value;
  pow(a: Value, b: Value): Value;
  log(a: Value): Value;
  log2(a: Value): Value;
  exp(a: Value): Value;
  sqrt(a: Value): Value;
  abs(a: Value): Value;
  number(a: Value): number;
  format(a: Value, options: object): string;
}

// The full build takes a second to load, and only these functions need it.
const full = (config: object): Instance => {
  const mathjs = require("mathjs") as Mathjs;
  return mathjs.create(mathjs.all, config);
};

let fractions: Instance | undefined;

/** Exact fractions; powers by integers only. */
export function fractionAlgebra(): Algebra<unknown> {
  fractions ??= full({ number: "Fraction" });
  const math = fractions;
  return {
    ...arithmetic(math),
    read: (text) => math.fraction(text),
    elementary: (name, a) => (name === "abs" ? math.abs(a as Value) : undefined),
    text: (a) => math.format(a as Value, { fraction: "ratio" }).replace(/\/1$/, ""),
  };
}

/** Decimal numbers of so many digits, a few more inside. */
export function decimalAlgebra(digits: number): Algebra<unknown> {
  const math = full({ number: "BigNumber", precision: digits + 14 });
  return {
    ...arithmetic(math),
    read: (text) => {
      const [top, bottom] = text.split("/");
      const value = math.bignumber(top);
      return bottom === undefined ? value : math.divide(value, math.bignumber(bottom));
    },
    elementary: (name, a) => math[name](a as Value),
    text: (a) =>
      math.format(a as Value, { precision: digits, lowerExp: -digits, upperExp: digits }),
  };
}

function arithmetic(
  math: Instance,
): Pick<Algebra<unknown>, "add" | "subtract" | "multiply" | "divide" | "power" | "toNumber"> {
  const binary =
    (f: (a: Value, b: Value) => Value) =>
    (a: unknown, b: unknown): unknown =>
      f(a as Value, b as Value);
  return {
    add: binary(math.add),
    subtract: binary(math.subtract),
    multiply: binary(math.multiply),
    divide: binary(math.divide),
    power: binary(math.pow),
    toNumber: (a) => math.number(a as Value),
  };
}
