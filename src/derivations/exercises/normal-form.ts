import type { BinaryTerm, Term } from "../language/term";
import { children, isBinder } from "../language/walk";

/** A number times what is left: 2·a·b is 2 and "a·b". */
interface Scaled {
  readonly factor: number;
  /** "" for a plain number. */
  readonly key: string;
}

type Bound = ReadonlyMap<string, string>;

/**
 * A term as text in which order, brackets, signs, plain numbers and the names of bound variables no longer show: two
 * lines with one normal form are the same line again. Nothing is expanded and no law of logarithms used: those are steps.
 */
export function normalForm(term: Term): string {
  return text(scaled(term, new Map()));
}

const text = ({ factor, key }: Scaled): string => {
  const number = String(Number(factor.toPrecision(13)));
  return key === "" ? number : factor === 1 ? key : `${number}*${key}`;
};

function scaled(term: Term, bound: Bound): Scaled {
  switch (term.kind) {
    case "number":
      return { factor: term.value, key: "" };
    case "name":
      return { factor: 1, key: bound.get(term.name) ?? term.name };
    case "negate": {
      const { factor, key } = scaled(term.body, bound);
      return { factor: -factor, key };
    }
    case "binary":
      return ofBinary(term, bound);
    default:
      return { factor: 1, key: formOf(term, bound) };
  }
}

function ofBinary(term: BinaryTerm, bound: Bound): Scaled {
  if (term.operator === "+" || term.operator === "-") {
    const parts = new Map<string, number>();
    addUp(term, 1, bound, parts);
    return ofParts(parts);
  }
  const powers = new Map<string, number>();
  const factor = multiplyOut(term, 1, bound, powers);
  const entries = [...powers]
    .filter(([, power]) => power !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  if (factor === 0) return { factor: 0, key: "" };
  return {
    factor,
    key: entries.map(([key, power]) => (power === 1 ? key : `${key}^${power}`)).join("·"),
  };
}

function addUp(term: Term, sign: number, bound: Bound, parts: Map<string, number>): void {
  if (term.kind === "negate") addUp(term.body, -sign, bound, parts);
  else if (term.kind === "binary" && (term.operator === "+" || term.operator === "-")) {
    addUp(term.left, sign, bound, parts);
    addUp(term.right, term.operator === "+" ? sign : -sign, bound, parts);
  } else {
    const { factor, key } = scaled(term, bound);
    parts.set(key, (parts.get(key) ?? 0) + sign * factor);
  }
}

function ofParts(parts: ReadonlyMap<string, number>): Scaled {
  const entries = [...parts].filter(([, n]) => n !== 0).sort(([a], [b]) => (a < b ? -1 : 1));
  const [first] = entries;
  if (!first) return { factor: 0, key: "" };
  if (entries.length === 1) return { factor: first[1], key: first[0] };
  // −(a − b) and b − a are one: the first has the factor 1.
  const lead = entries.find(([key]) => key !== "") ?? first;
  const inner = entries.map(([key, n]) => text({ factor: n / lead[1], key })).join(" + ");
  return { factor: lead[1], key: `(${inner})` };
}

/** Collects the factors of a product with their powers; returns the number among them. */
function multiplyOut(term: Term, power: number, bound: Bound, powers: Map<string, number>): number {
  if (term.kind === "negate") return -multiplyOut(term.body, power, bound, powers);
  if (term.kind === "binary" && (term.operator === "*" || term.operator === "/")) {
    const left = multiplyOut(term.left, power, bound, powers);
    return left * multiplyOut(term.right, term.operator === "*" ? power : -power, bound, powers);
  }
  if (term.kind === "binary" && term.operator === "^") {
    const exponent = scaled(term.right, bound);
    if (exponent.key === "" && Number.isInteger(exponent.factor)) {
      return multiplyOut(term.left, power * exponent.factor, bound, powers);
    }
    const key = `(${text(scaled(term.left, bound))})^(${text(exponent)})`;
    powers.set(key, (powers.get(key) ?? 0) + power);
    return 1;
  }
  const { factor, key } = scaled(term, bound);
  if (key !== "") powers.set(key, (powers.get(key) ?? 0) + power);
  return factor ** power;
}

function formOf(term: Term, bound: Bound): string {
  const of = (t: Term, names: Bound = bound): string => text(scaled(t, names));
  if (isBinder(term)) {
    const inner: Bound = new Map([...bound, [term.variable, `#${bound.size}`]]);
    const parts = children(term).map((child) => of(child, child === term.body ? inner : bound));
    const operator = "operator" in term ? term.operator : "";
    return `${term.kind}${operator}(#${bound.size}; ${parts.join(", ")})`;
  }
  const parts = children(term).map((child) => of(child));
  if (term.kind === "extreme") return `${term.operator}(${parts.sort().join(", ")})`;
  if (term.kind === "call") {
    const values = parts.slice(0, term.values.length);
    return `${term.name}(${values.join(", ")} | ${parts.slice(values.length).join(", ")})`;
  }
  const { kind } = term;
  const name = "name" in term ? term.name : "";
  const rest =
    kind === "information"
      ? [term.measure, ...term.values, ";", ...(term.others ?? []), "|", ...term.given]
      : kind === "cases"
        ? term.rows.map(({ relation }) => relation)
        : kind === "measure"
          ? [term.generator ?? ""]
          : [];
  return `${kind} ${name}(${[...rest, ...parts].join(", ")})`;
}
