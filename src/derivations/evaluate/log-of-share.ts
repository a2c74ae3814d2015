import { logAddExp } from "../../math/log-sum-exp";
import { addends, withoutCommon } from "./addends";
import { logOf, type Num } from "./context";
import { isSame, type Located, unfold } from "./unfold";

/** ln of a product over a sum of which a factor is an addend: of 2u/(1 + u), by how the addends compare with u. */
export function logOfShare(product: Located, sum: Located): Num | undefined {
  const parts = addends(sum);
  const factors = factorsOf(product);
  const index = factors.findIndex((factor) => parts.some((part) => isSame(part, factor)));
  if (index < 0) return undefined;
  const log = ({ term, site }: Located): Num => logOf(term, site);
  const own = log(factors[index]);
  const others = factors.filter((_, i) => i !== index).map(log);
  const [, rest] = withoutCommon([factors[index]], parts);
  const restLogs = rest.map(log);
  return () => {
    const scale = own();
    const below = restLogs.reduce((total, part) => logAddExp(total, part() - scale), 0);
    return others.reduce((total, other) => total + other(), -below);
  };
}

function factorsOf(of: Located): readonly Located[] {
  const { term, site } = unfold(of.term, of.site);
  if (term.kind !== "binary" || term.operator !== "*") return [{ term, site }];
  return [...factorsOf({ term: term.left, site }), ...factorsOf({ term: term.right, site })];
}
