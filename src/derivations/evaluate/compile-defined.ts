import { required } from "../../words/required";
import type { CallTerm } from "../language/term";
import { argument, wrongCount } from "./call-arguments";
import {
  type Binding,
  type Cell,
  insideDefinition,
  logOf,
  type Num,
  numberOf,
  type Site,
} from "./context";
import { rangeOf } from "./range-of";
import { captured, isCheap } from "./unfold";

/** L(θ) of a definition: its body, with arguments for parameters. */
export function compileDefined(term: CallTerm, site: Site, log: boolean): Num {
  const defined = required(site.context.definitions.get(term.name), term.name);
  const { parameters, body } = defined;
  const given = [...term.values, ...term.given];
  if (parameters.length !== given.length) wrongCount(term, site, parameters.length);
  for (const value of given) if (value.kind === "blank") argument(value, site);
  const bindings = new Map<string, Binding>(captured(parameters, site));
  const moving: (readonly [Cell, Num])[] = [];
  parameters.forEach((name, i) => {
    if (isCheap(given[i], site)) {
      bindings.set(name, { term: given[i], site });
      return;
    }
    // What costs an integral is worked out once, however often the body asks for it.
    const cell: Cell = { value: Number.NaN, range: rangeOf(given[i], site) };
    bindings.set(name, cell);
    moving.push([cell, argument(given[i], site)]);
  });
  const inside = insideDefinition(site, term.name, bindings);
  const evaluate = (log ? logOf : numberOf)(body, inside);
  if (moving.length === 0) return evaluate;
  return () => {
    for (const [cell, value] of moving) cell.value = value();
    return evaluate();
  };
}

/** `L(θ)` used as a name alone, or `θ*`: a definition without parameters. */
export function compileDefinedName(name: string, at: number, site: Site, log: boolean): Num {
  return compileDefined({ kind: "call", name, values: [], given: [], at }, site, log);
}
