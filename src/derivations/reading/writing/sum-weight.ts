import { type BigNode, type NameNode, type TexNode, visitTex } from "../tex-node";
import type { TexToken } from "../tex-token";
import { tokenText } from "../token-scan";
import { lower, overName } from "./inside-body";
import type { Writing } from "./writing";

/** p(x_i) that stands outside a logarithm: the sum runs over values, weighed by p. */
export function weightAt(
  body: TexNode,
  index: string,
  writing: Writing,
): { readonly variable: string; readonly over: string } | undefined {
  let found: { readonly variable: string; readonly over: string } | undefined;
  const visit = (node: TexNode): void => {
    if (node.kind === "function" || found) return;
    if (node.kind === "apply") {
      const value = node.values.find(
        (part) => part.kind === "name" && part.sub !== undefined && tokenText(part.sub) === index,
      );
      if (value?.kind !== "name" || !writing.roles.isDistribution(node.fn) || node.given.length > 0)
        return;
      if (
        /^[θφψ]$/.test(
          node.values[node.values.length - 1].kind === "name"
            ? (node.values[node.values.length - 1] as NameNode).base
            : "",
        )
      )
        return;
      const variable = lower(value.base);
      const over = overName(node.fn, writing);
      found = { variable, over: node.values.length > 1 ? `${over}(${variable})` : over };
      return;
    }
    // p(z_k)/q(z_k): the ratio of two densities at a sample, not a mass that weighs values.
    if (isRatio(node)) return;
    if (node.kind === "binary") {
      visit(node.left);
      visit(node.right);
    } else if (node.kind === "negate") visit(node.body);
    // ∑_{z_i} Q(z_i): the inner sum runs over the values of z_i, and Q weighs those.
    else if (node.kind === "big" && node.operator === "sum" && !isOverIndexed(node.sub, index))
      visit(node.body);
  };
  visit(body);
  return found;
}

const isOverIndexed = (sub: readonly TexToken[] = [], index: string): boolean =>
  sub.some(
    (token) => (token.kind === "sub" || token.kind === "sup") && tokenText(token.body) === index,
  );

const isRatio = (node: TexNode): boolean =>
  node.kind === "binary" &&
  node.operator === "/" &&
  node.left.kind === "apply" &&
  node.right.kind === "apply";

/** ∑_{i=1}^n p(x) …: the index does not occur; the sum is over the values of p. */
export function plainWeight(
  node: BigNode,
  index: string,
  writing: Writing,
): { readonly variable: string; readonly over: string } | undefined {
  let occurs = false;
  let found: { readonly variable: string; readonly over: string } | undefined;
  visitTex(node.body, (part) => {
    if (
      part.kind === "name" &&
      (part.base === index ||
        [part.sub, part.sup].some((script) => script && tokenText(script).includes(index)))
    )
      occurs = true;
    const [value] = part.kind === "apply" ? part.values : [];
    if (part.kind === "apply" && writing.roles.isDistribution(part.fn) && value?.kind === "name")
      found ??= { variable: lower(value.base), over: overName(part.fn, writing) };
  });
  if (occurs || !found) return undefined;
  writing.notes.add(
    "repair",
    node.at,
    `求和的下标 ${index} 在式子里没有出现，读作对 ${found.variable} 的取值求和`,
    `the index ${index} does not occur in what is summed; read as a sum over the values of ${found.variable}`,
  );
  return found;
}
