import type { ApplyNode } from "../tex-node";
import type { Writing } from "./writing";
import { binary, call, type Written } from "./written";

/** σ(a) as the sigmoid, σ′(a) as its slope. */
export function writeSigmoid(node: ApplyNode, writing: Writing): Written | undefined {
  const { fn, values, given, at } = node;
  const isIts =
    writing.hasSigmoid && fn.base === "σ" && !fn.sub && values.length === 1 && given.length === 0;
  if (!isIts || fn.primes > 1) return undefined;
  writing.notes.add(
    "reading",
    at,
    "σ(…) 读作 sigmoid：1/(1+e^{-x})",
    "σ(…) is read as the sigmoid, 1/(1+e^{-x})",
  );
  const value = writing.write(values[0], writing);
  const own = call("sigmoid", [value]);
  if (fn.primes === 0) return own;
  return values[0].kind === "name"
    ? call("∂", [value, own])
    : binary("*", own, call("sigmoid", [`-(${value.text})`]));
}
