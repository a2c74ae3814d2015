import type { Term } from "../language/term";
import { textTerm } from "../language/text-term";
import type { Remarks } from "./remarks";

/** True where all sides take the same optimum of functions: what stands under it is compared. */
export function alikeOptima(terms: readonly Term[]): boolean {
  const names = terms.map((t) =>
    t.kind === "extreme" && t.terms.length === 2 ? `${t.operator} ${textTerm(t.terms[0])}` : "",
  );
  return names.length > 1 && names[0] !== "" && names.every((name) => name === names[0]);
}

/** What stands under min or max over functions, D of D(x) or G of log D(G(z)). */
export function objectiveOf(t: Term, said: Remarks): Term | undefined {
  const parts =
    t.kind === "extreme" && t.terms.length === 2 && t.terms[0].kind === "name"
      ? { name: t.terms[0].name, body: t.terms[1] }
      : t.kind === "optimum"
        ? { name: t.variable, body: t.body }
        : undefined;
  if (!parts || /^[a-zα-ω]/.test(parts.name)) return undefined;
  said.add("objective", parts.name);
  return parts.body;
}
