import type { ExpectationTerm, Term } from "../language/term";
import { texName } from "./tex-name";

/** E(x ~ P, f(x)) as 𝔼 with x ∼ P below it and f(x) in square brackets. */
export function texExpectation(term: ExpectationTerm, tex: (t: Term) => string): string {
  const over = `${texName(term.variable)}\\sim ${tex(term.over)}`;
  return `\\mathbb{E}_{${over}}\\left[${tex(term.body)}\\right]`;
}
