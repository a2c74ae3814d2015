import type { CallTerm, Term } from "../language/term";
import { freeNames } from "../language/walk";
import { bracket } from "./printed";
import { texName } from "./tex-name";

/** Names that print differently for what they are in the world. */
export interface TexOptions {
  /** Arrays: p[i] is pᵢ. Others are samples: x[i] is x⁽ⁱ⁾. */
  readonly arrays?: ReadonlySet<string>;
  /** What stands after their bar is observed, p(x ∣ z), whatever it is: not a parameter, P(x; θ). */
  readonly conditional?: ReadonlySet<string>;
  /** ln and D(P‖Q), as the course writes in its text, in the place of log and D_KL(P∥Q). */
  readonly isCourse?: boolean;
}

/** P_G(x;θ) for parameters, p(z∣x) for what is observed, p(z∣x;θ) for both. */
export function texCall(
  term: CallTerm,
  tex: (t: Term) => string,
  { conditional }: TexOptions,
): string {
  const list = (terms: readonly Term[]): string => terms.map(tex).join(", ");
  const isObserved = (t: Term): boolean =>
    conditional?.has(term.name) ? !isGreek(t) : !isGreek(t) && !isConstant(t);
  const observed = term.given.filter(isObserved);
  const parameters = term.given.filter((t) => !isObserved(t));
  const bar = observed.length ? ` \\mid ${list(observed)}` : "";
  const semicolon = parameters.length ? ` ; ${list(parameters)}` : "";
  return texName(term.name) + bracket(list(term.values) + bar + semicolon);
}

const isConstant = (t: Term): boolean => freeNames(t).size === 0;

/** True for θ, 2θ + 1, θ₁: made of Greek names alone, as parameters are. */
export const isGreek = (t: Term): boolean =>
  !isConstant(t) && [...freeNames(t)].every((name) => /^[\u0370-\u03ff]/.test(name));
