import type { CallTerm, Term } from "../language/term";
import { failKind, type Num, numberOf, type Site } from "./context";

/** The error for a call with other than `count` arguments. */
export function wrongCount(term: CallTerm, site: Site, count: number): never {
  const isFamily = typeof site.context.scope.get(term.name) === "function";
  const bar =
    isFamily && term.values.length > count
      ? ["；参数写在竖线后，例如 P_G(x | θ)", "; parameters stand after a bar, as in P_G(x | θ)"]
      : ["", ""];
  throw failKind(
    site,
    term.at,
    `${term.name} 应有 ${count} 个自变量，给了 ${term.values.length} 个${bar[0]}`,
    `${term.name} takes ${count} arguments, got ${term.values.length}${bar[1]}`,
  );
}

/** The value of an argument; · stands for a distribution only. */
export function argument(term: Term, site: Site): Num {
  if (term.kind !== "blank") return numberOf(term, site);
  throw failKind(
    site,
    term.at,
    "· 只用在整个分布的位置，例如 KL(P ‖ P_G(· | θ))；这里要写自变量，例如 x",
    "a blank stands only where a whole distribution is meant, as in KL(P ‖ P_G(· | θ)); name the argument",
  );
}
