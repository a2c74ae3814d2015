import type { Term } from "../language/term";
import { withChildren } from "../language/walk";

/** M(x) = ½(P(x) + Q(x)): M as a distribution, where its density is a sum of shares of others. */
export function mixtureMeaning(left: Term | undefined, right: Term): Term | undefined {
  const [variable] = left?.kind === "call" && left.values.length === 1 ? left.values : [];
  if (variable?.kind !== "name" || left?.kind !== "call" || left.given.length > 0) return undefined;
  const isDensity = (t: Term): boolean =>
    t.kind === "call" &&
    t.given.length === 0 &&
    t.values.length === 1 &&
    t.values[0].kind === "name" &&
    t.values[0].name === variable.name;
  const isShare = (t: Term): boolean =>
    t.kind === "number" ||
    t.kind === "name" ||
    (t.kind === "binary" && t.operator !== "^" && isShare(t.left) && isShare(t.right));
  const isMixture = (t: Term): boolean => {
    if (isDensity(t)) return true;
    if (t.kind !== "binary") return false;
    if (t.operator === "+") return isMixture(t.left) && isMixture(t.right);
    if (t.operator === "*")
      return (isShare(t.left) && isMixture(t.right)) || (isShare(t.right) && isMixture(t.left));
    return t.operator === "/" && isMixture(t.left) && isShare(t.right);
  };
  if (right.kind !== "binary" || !isMixture(right)) return undefined;
  const asDistribution = (t: Term): Term =>
    t.kind === "call" && isDensity(t)
      ? { kind: "name", name: t.name, at: t.at }
      : withChildren(t, asDistribution);
  return asDistribution(right);
}
