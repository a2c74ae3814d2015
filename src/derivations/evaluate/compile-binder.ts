import type { BinderTerm, FoldTerm, SupportFoldTerm, Term } from "../language/term";
import { cellsOf } from "./cells-of";
import { compileExpectation } from "./compile-expectation";
import { compileFold, compileSupportFold } from "./compile-fold";
import { compileIntegral } from "./compile-integral";
import { compileLimit } from "./compile-limit";
import { compileOptimum } from "./compile-optimum";
import type { Num, Site } from "./context";
import { memo } from "./memo";

/** Compiles ∑, ∏, ∫, E, argmax and argmin; a value is remembered while nothing it depends on changes. */
export function compileBinder(term: BinderTerm, site: Site): Num {
  return memo(cellsOf(term, site), site.context.state, compute(term, site));
}

/** ln ∏ as the sum of logarithms. */
export function compileBinderLog(term: FoldTerm | SupportFoldTerm, site: Site): Num {
  const log: Term = { kind: "elementary", name: "log", body: term.body, at: term.body.at };
  return compileBinder({ ...term, operator: "sum", body: log }, site);
}

function compute(term: BinderTerm, site: Site): Num {
  switch (term.kind) {
    case "fold":
      return compileFold(term, site);
    case "supportFold":
      return compileSupportFold(term, site);
    case "integral":
      return compileIntegral(term, site);
    case "expectation":
      return compileExpectation(term, site);
    case "optimum":
      return compileOptimum(term, site);
    case "limit":
      return compileLimit(term, site);
  }
}
