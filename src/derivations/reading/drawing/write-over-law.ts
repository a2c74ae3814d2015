import type { ApplyNode, ExpectationNode, NameNode, TexNode } from "../tex-node";
import { tokenText } from "../token-scan";
import { lower } from "../writing/inside-body";
import { distributionText } from "../writing/write-distributions";
import type { Writing } from "../writing/writing";
import type { Written } from "../writing/written";
import { conditionalAt } from "./conditional-at";
import { type Drawn, drawnVariables } from "./drawn-variables";
import { drawnText, expected } from "./expected";
import { freeIndices, freeSampleIndex } from "./free-letters";

/** E_p, E_{p(x, y)}, E_{p(x)q(z | x)}: an expectation whose subscript is a law and no x ~ p. */
export function writeOverLaw(over: TexNode, node: ExpectationNode, writing: Writing): Written {
  const factors = factorsOf(over);
  const applied = factors.filter((factor) => factor.kind === "apply");
  if (factors.length > 1 && applied.length === factors.length)
    return writeProduct(applied, node, writing);
  if (factors.length === 2 && applied.length === 0) {
    const { variables } = drawnVariables(undefined, node.body, writing);
    if (variables.length === 2) {
      const draws = factors.map((factor, i) => ({
        variables: [variables[i]],
        over: distributionText(factor, writing),
      }));
      noteChoice(
        node,
        over,
        draws.map((draw) => `${draw.variables[0]} ~ ${draw.over}`).join(", "),
        [],
        writing,
      );
      return expected(draws, node.body, writing);
    }
  }
  const own = over.kind === "apply" ? ownOf(over, writing) : [];
  if (own.length > 0)
    return expected(
      [{ variables: own, over: distributionText(over, writing) }],
      node.body,
      writing,
    );
  const law = over.kind === "name" ? over : over.kind === "apply" ? over.fn : undefined;
  const drawn = drawnVariables(law, node.body, writing);
  const source = conditionalAt(over, drawn.variables, writing) ?? over;
  const text = distributionText(source, writing);
  // t of f(x_t, t) counts steps more often than it is drawn.
  const indices = freeIndices(node.body);
  const isStep = drawn.variables.some((variable) => indices.includes(variable));
  if (drawn.others.length > 0 || drawn.isGuess || isStep || drawn.variables.length > 1)
    noteChoice(node, over, `${drawnText(drawn.variables)} ~ ${text}`, drawn.others, writing);
  const draws = [{ variables: drawn.variables, over: text }];
  return expected(draws, node.body, writing, sampledIndex(node, drawn, writing));
}

/** i of E_p[f(x_i)], where nothing counts i and no other variable stands there. */
function sampledIndex(
  { body, at }: ExpectationNode,
  { isGuess, others, variables }: Drawn,
  writing: Writing,
): string | undefined {
  const index = freeSampleIndex(body);
  if (isGuess || others.length > 0 || index === undefined || writing.scope.has(index))
    return undefined;
  writing.notes.add(
    "reading",
    at,
    `期望里没有求和的下标 ${index}：带它的 ${variables[0]}_${index} 读作 ${variables[0]}`,
    `nothing in the expectation counts ${index}: ${variables[0]}_${index} is read as ${variables[0]}`,
  );
  return index;
}

/** p(x)q(z | x): what is drawn given another comes after it. */
function writeProduct(
  factors: readonly ApplyNode[],
  node: ExpectationNode,
  writing: Writing,
): Written {
  const waiting = [...factors];
  const ordered: ApplyNode[] = [];
  while (waiting.length > 0) {
    const drawnLater = waiting.flatMap(variablesOf);
    const ready = waiting.findIndex((factor) =>
      factor.given.every((part) => part.kind !== "name" || !drawnLater.includes(lower(part.base))),
    );
    ordered.push(...waiting.splice(Math.max(0, ready), 1));
  }
  const draws = ordered.map((factor) => ({
    variables: variablesOf(factor).length > 0 ? variablesOf(factor) : ["x"],
    over: distributionText(factor, writing),
  }));
  return expected(draws, node.body, writing);
}

/** x and y of p(x, y), x_0 of q(x_0). */
function ownOf(over: ApplyNode, writing: Writing): readonly string[] {
  const plain = variablesOf(over);
  const [value, ...more] = over.values;
  const isNumbered =
    plain.length + more.length === 0 &&
    value?.kind === "name" &&
    /^\d$|^T$/.test(tokenText(value.sub ?? []));
  return isNumbered ? [writing.write(value, writing).text] : plain;
}

/** x and y of p(x, y). */
function variablesOf(over: ApplyNode): readonly string[] {
  const letters = over.values.flatMap((value) =>
    value.kind === "name" && !value.sub ? [lower(value.base)] : [],
  );
  const variables = letters.filter((letter) => !/^[θφψ]$/u.test(letter));
  return variables.length > 0 ? variables : letters;
}

function factorsOf(over: TexNode): readonly TexNode[] {
  return over.kind === "binary" && over.operator === "*"
    ? [...factorsOf(over.left), ...factorsOf(over.right)]
    : [over];
}

function noteChoice(
  node: ExpectationNode,
  over: TexNode,
  choice: string,
  others: readonly string[],
  writing: Writing,
): void {
  const law = tokenText(node.sub ?? []) || lawText(over);
  const rest = others.length > 0 ? `；${others.join("、")} 当作给定的` : "";
  const restEn = others.length > 0 ? `; ${others.join(", ")} taken as given` : "";
  writing.notes.add(
    "ambiguity",
    node.at,
    `E 的下标 ${law} 没写变量，读作 ${choice}${rest}`,
    `the subscript ${law} of E names no variable; read as ${choice}${restEn}`,
  );
}

const lawText = (over: TexNode): string => {
  const name: NameNode | undefined =
    over.kind === "name" ? over : over.kind === "apply" ? over.fn : undefined;
  return name?.base ?? "p";
};
