import type { Term } from "../language/term";
import { children } from "../language/walk";

/** Bodies of definitions by name. */
export type Bodies = ReadonlyMap<string, Term>;

/**
 * The distribution that samples of an estimate come from: of p/q as a weight it is q; else the first of the divergence
 * that is estimated, else that of the expectation. p/q under a logarithm is no weight: of log p/q the mean may be any.
 */
export function sampleSource(terms: readonly Term[], bodies: Bodies): string | undefined {
  const weights = new Set<string>();
  const firsts = new Set<string>();
  const overs = new Set<string>();
  const nameOf = (t: Term): readonly string[] =>
    t.kind === "name" || (t.kind === "call" && t.given.length === 0) ? [t.name] : [];
  const visit = (t: Term, isLogged: boolean, seen: ReadonlySet<string>): void => {
    if ((t.kind === "name" || t.kind === "call") && !seen.has(t.name)) {
      const body = bodies.get(t.name);
      if (body) visit(body, isLogged, new Set([...seen, t.name]));
    }
    if (t.kind === "binary" && t.operator === "/" && t.right.kind === "call" && !isLogged)
      weights.add(t.right.name);
    if (t.kind === "divergence" || t.kind === "entropy") for (const n of nameOf(t.p)) firsts.add(n);
    if (t.kind === "expectation") for (const n of nameOf(t.over)) overs.add(n);
    const isLog = t.kind === "elementary" && t.name.startsWith("log");
    for (const child of children(t)) visit(child, isLogged || isLog, seen);
  };
  for (const term of terms) visit(term, false, new Set());
  const [source] = [...weights, ...firsts, ...overs];
  return source;
}
