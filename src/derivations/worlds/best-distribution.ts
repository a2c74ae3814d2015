import type { ExpectationTerm, Term } from "../language/term";
import { textTerm } from "../language/text-term";
import { readSide } from "./read-side";
import type { Remarks } from "./remarks";

/**
 * max over π of E_π[f] − β KL(π ‖ R), by Gibbs' variational principle β log E_R[exp(f/β)]; min over π of
 * β KL(π ‖ R) − E_π[f] and of E_π[f] + β KL(π ‖ R) the like.
 */
export function bestDistribution(term: Term, said?: Remarks): Term | undefined {
  if (term.kind !== "extreme" || term.terms.length !== 2) return undefined;
  const [moved, body] = term.terms;
  if (moved.kind !== "name") return undefined;
  const sign = term.operator === "max" ? 1 : -1;
  const parts = addends(body, sign);
  if (parts?.length !== 2) return undefined;
  const mean = parts.find(({ term: t }) => isMeanOver(t, moved.name));
  const other = parts.find((part) => part !== mean);
  const priced = other && (other.sign < 0 ? priceOf : prizeOf)(other.term, moved.name);
  if (!mean || !priced || mean.term.kind !== "expectation") return undefined;
  const { variable, body: f, over } = mean.term;
  const value = mean.sign > 0 ? `(${textTerm(f)})` : `(-(${textTerm(f)}))`;
  const price = textTerm(priced.price);
  const weight = `exp(${value}/(${price}))`;
  const tilted = priced.reference
    ? `E(${variable} ~ ${textTerm(priced.reference)}, ${weight})`
    : `∑(${variable} ∈ ${textTerm(over)}, ${weight})`;
  const text = `${sign < 0 ? "-" : ""}(${price})*log(${tilted})`;
  const best = readSide(text);
  if (best) said?.add("tilted", moved.name, textTerm(best));
  return best;
}

interface Addend {
  readonly sign: number;
  readonly term: Term;
}

function addends(term: Term, sign: number): readonly Addend[] | undefined {
  if (term.kind === "negate") return addends(term.body, -sign);
  if (term.kind !== "binary" || !/^[+-]$/.test(term.operator)) return [{ sign, term }];
  const left = addends(term.left, sign);
  const right = addends(term.right, term.operator === "-" ? -sign : sign);
  return left && right && [...left, ...right];
}

/** π, and π(· | s). */
const isNamed = (t: Term, name: string): boolean =>
  (t.kind === "name" || t.kind === "call") && t.name === name;

const isMeanOver = (t: Term, name: string): t is ExpectationTerm =>
  t.kind === "expectation" && isNamed(t.over, name);

interface Priced {
  readonly price: Term;
  /** Undefined of an entropy: all values count alike. */
  readonly reference: Term | undefined;
}

const once = (at: number): Term => ({ kind: "number", value: 1, text: "1", at });

/** β and R of β KL(π ‖ R). */
function priceOf(t: Term, name: string): Priced | undefined {
  if (t.kind === "divergence" && isNamed(t.p, name)) return { price: once(t.at), reference: t.q };
  if (t.kind !== "binary" || t.operator !== "*" || t.right.kind !== "divergence") return undefined;
  const inner = priceOf(t.right, name);
  return inner && { ...inner, price: t.left };
}

/** α of α H(π). */
function prizeOf(t: Term, name: string): Priced | undefined {
  if (t.kind === "entropy" && !t.q && isNamed(t.p, name))
    return { price: once(t.at), reference: undefined };
  if (t.kind !== "binary" || t.operator !== "*" || t.right.kind !== "entropy") return undefined;
  const inner = prizeOf(t.right, name);
  return inner && { ...inner, price: t.left };
}
