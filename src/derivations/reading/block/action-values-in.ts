import { type ApplyNode, type TexNode, visitTex } from "../tex-node";
import { keyOf } from "./key-of";

/** True where π is a policy: actions are drawn from it, it is applied, or its entropy or best is taken. */
function hasPolicyIn(nodes: readonly TexNode[]): boolean {
  let found = false;
  for (const root of nodes)
    visitTex(root, (node) => {
      if (node.kind === "apply")
        found ||=
          node.fn.base === "π" ||
          (node.fn.base === "H" && node.values.some((v) => v.kind === "name" && v.base === "π"));
      if (node.kind === "expectation" || node.kind === "optimum")
        found ||= (node.sub ?? []).some((token) => token.kind === "letter" && token.text === "π");
    });
  return found;
}

/** Q of Q(s, a), and of Q(a) beside a policy: what an action is worth, and no distribution. */
export function actionValuesIn(nodes: readonly TexNode[]): ReadonlySet<string> {
  const found = new Set<string>();
  const laws = new Set<string>();
  const hasPolicy = hasPolicyIn(nodes);
  for (const root of nodes)
    visitTex(root, (node) => {
      if (node.kind === "apply")
        (isActionValue(node, hasPolicy) ? found : laws).add(keyOf(node.fn));
    });
  for (const key of laws) found.delete(key);
  return found;
}

/** Q(s, a) is one without a policy, too. */
const isActionValue = ({ fn, values, given }: ApplyNode, hasPolicy: boolean): boolean =>
  fn.base === "Q" &&
  (hasPolicy || values.length > 1) &&
  given.length === 0 &&
  values.length > 0 &&
  values.every((value) => value.kind === "name" && /^[saSA]$/.test(value.base)) &&
  values.some((value) => value.kind === "name" && /^[aA]$/.test(value.base));
