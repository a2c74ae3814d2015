import { type TexNode, visitTex } from "../tex-node";
import { tokenText } from "../token-scan";

const isVariable = (node: TexNode): boolean => node.kind === "name" && /^[XYZUVS]$/.test(node.base);

/** f(X), aX, X + c, X² of a random variable X; a law p(X) and the pair XY are none. */
export function isFunctionOfVariable(node: TexNode): boolean {
  if (node.kind === "name") return isVariable(node) && /^\d+$/.test(tokenText(node.sup ?? []));
  if (node.kind === "apply") {
    const isLaw = /^[pPqQπN]$/u.test(node.fn.base) || node.fn.isWord;
    if (isLaw) return false;
  } else if (node.kind === "binary") {
    if (isPairOfVariables(node)) return false;
  } else if (!/^(negate|power|function|size)$/.test(node.kind)) return false;
  let found = false;
  visitTex(node, (part) => {
    found ||= isVariable(part) && (node.kind !== "apply" || part !== node.fn);
  });
  return found;
}

/** XY and XYZ, all of them together. */
const isPairOfVariables = (node: TexNode): boolean =>
  isVariable(node) ||
  (node.kind === "binary" &&
    node.operator === "*" &&
    isPairOfVariables(node.left) &&
    isPairOfVariables(node.right));
