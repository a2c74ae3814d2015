import { escapeRegExp } from "../../words/escape-reg-exp";
import type { Term } from "../language/term";
import { textTerm } from "../language/text-term";
import { contains, withChildren } from "../language/walk";
import { readSide } from "./read-side";
import type { Remarks } from "./remarks";

/**
 * max over functions where the best one is known: D of E_P log D + E_Q log(1 − D) is P/(P + Q), T of Donsker and
 * Varadhan's bound is log(P/Q). The value at the best function is what the maximum is.
 */
export function bestFunction(term: Term, said: Remarks): Term | undefined {
  if (term.kind !== "extreme" || term.operator !== "max" || term.terms.length !== 2)
    return undefined;
  const [moved, body] = term.terms;
  if (moved.kind !== "name" || !contains(body, (t) => t.kind === "call" && t.name === moved.name))
    return undefined;
  const best = bestOf(moved.name, body);
  const meaning = best && readSide(best);
  if (!best || !meaning) return undefined;
  said.add("optimum", moved.name, best);
  const put = (t: Term): Term =>
    t.kind === "call" && t.name === moved.name && t.values.length === 1
      ? meaning
      : withChildren(t, put);
  return put(body);
}

function bestOf(name: string, body: Term): string | undefined {
  if (body.kind !== "binary") return undefined;
  const text = textTerm(body).replace(/\s/g, "");
  const n = escapeRegExp(name);
  const source = "([^~,]+?)";
  const game = new RegExp(
    `^\\(E\\(x~${source},log\\(${n}\\(x\\)\\)\\)\\+E\\(x~${source},log\\(\\(1-${n}\\(x\\)\\)\\)\\)\\)$`,
    "u",
  ).exec(text);
  if (game) {
    const [p, q] = [game[1], game[2]].map(at);
    return `${p}/(${p} + ${q})`;
  }
  const bound = new RegExp(
    `^\\(E\\(x~${source},${n}\\(x\\)\\)-log\\(E\\(x~${source},exp\\(${n}\\(x\\)\\)\\)\\)\\)$`,
    "u",
  ).exec(text);
  if (bound) {
    const [p, q] = [bound[1], bound[2]].map(at);
    return `log(${p}/${q})`;
  }
  return undefined;
}

/** P as P(x), P(·|θ) as P(x | θ). */
const at = (source: string): string =>
  source.includes("(") ? source.replace("·", "x") : `${source}(x)`;
