import type { ElementaryTerm, Term } from "../language/term";
import { bracket, type Printed } from "./printed";
import type { TexOptions } from "./tex-call";

/** A logarithm without brackets where none are needed, a root, a size, a function by its name. */
export function texElementary(
  { name, body }: ElementaryTerm,
  of: (t: Term) => Printed,
  { isCourse = false }: TexOptions,
): Printed {
  const natural = isCourse ? "\\ln" : "\\log";
  const inner = of(body);
  if (name === "sqrt") return { tex: `\\sqrt{${inner.tex}}`, level: 4 };
  if (name === "abs") return { tex: `\\left|${inner.tex}\\right|`, level: 4 };
  if (name === "exp") return { tex: `\\exp${bracket(inner.tex)}`, level: 4 };
  if (name === "sigmoid") return { tex: `\\sigma${bracket(inner.tex)}`, level: 4 };
  if (name === "tanh") return { tex: `\\tanh${bracket(inner.tex)}`, level: 4 };
  if (name === "softplus")
    return { tex: `\\operatorname{softplus}${bracket(inner.tex)}`, level: 4 };
  if (name === "logsigmoid") return { tex: `${natural}\\sigma${bracket(inner.tex)}`, level: 4 };
  const log = name === "log2" ? "\\log_{2}" : natural;
  const isPlain =
    ["number", "name", "call", "fold", "supportFold", "index"].includes(body.kind) ||
    (body.kind === "binary" && body.operator === "/" && !inner.open);
  return isPlain
    ? { tex: `${log} ${inner.tex}`, level: 2, open: true }
    : { tex: `${log}${bracket(inner.tex)}`, level: 2 };
}
