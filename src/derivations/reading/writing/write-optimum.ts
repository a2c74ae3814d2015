import { distributionName, partsOf } from "../names-in-place";
import { UnreadError } from "../reading-note";
import type { NameNode, OptimumNode } from "../tex-node";
import { isSign, type TexToken } from "../tex-token";
import { splitOutside, tokenText } from "../token-scan";
import { isFamilyLetter } from "./inside-body";
import { distributionText } from "./write-distributions";
import { type Writing, within } from "./writing";
import { call, type Written } from "./written";

/** argmax(θ, …), max(D, …). */
export function writeOptimum(node: OptimumNode, writing: Writing): Written {
  const operator =
    ({ sup: "max", inf: "min" } as Record<string, string>)[node.operator] ?? node.operator;
  if (node.operator === "lim") return writeLimit(node, writing);
  const over = node.sub ? movedIn(node.sub) : undefined;
  if (over && over.length > 1) return writeOverSeveral(node, over, operator, writing);
  const parsed = over ? writing.parse(over[0]) : undefined;
  const name = parsed?.kind === "apply" ? parsed.fn : parsed?.kind === "name" ? parsed : undefined;
  const isLaw =
    name !== undefined &&
    /^[pPqQ]$/.test(name.base) &&
    (parsed?.kind === "apply" || isMarginal(name) || !writing.roles.isDistribution(name));
  let variable = name
    ? isLaw && isMarginal(name)
      ? distributionName(name.base)
      : isLaw && !writing.roles.isDistribution(name)
        ? distributionName(partsOf(name, writing).text)
        : writing.roles.isDistribution(name)
          ? (partsOf(name, writing).parameter ?? distributionText(name, writing))
          : partsOf(name, writing).text
    : undefined;
  if (isLaw)
    writing.notes.add(
      "reading",
      node.at,
      `${node.operator} 对分布 ${tokenText(over?.[0] ?? [])} 取，写成 ${variable}`,
      `${node.operator} is over the distribution ${tokenText(over?.[0] ?? [])}, written ${variable}`,
    );
  if (variable === "Θ") variable = "θ";
  if (variable && /^[A-Z]$/.test(variable) && isFamilyLetter(node.body, variable)) {
    writing.notes.add(
      "reading",
      node.at,
      `${variable} 是分布族的下标，读作参数 θ`,
      `${variable} is the index of a family; read as a parameter θ`,
    );
    variable = "θ";
  }
  if (variable === undefined) {
    variable = "θ";
    writing.notes.add(
      "reading",
      node.at,
      `${node.operator} 没写对谁取，读作 θ`,
      `${node.operator} does not say over what; read as θ`,
    );
  }
  noteConstraint(node, writing);
  const scope =
    /^arg/.test(operator) && variable === "θ"
      ? writing.scope.with("#optimum", { kind: "index" })
      : writing.scope;
  const body = writing.write(node.body, within(writing, scope));
  const names = new Set(body.text.match(/[\p{L}_][\p{L}\p{N}_]*/gu));
  const isThere = names.has(variable.replace(/\*$/, ""));
  if (!isThere && !isLaw && !/^arg/.test(operator))
    writing.notes.add(
      "ambiguity",
      node.at,
      `${node.operator} 对 ${variable} 取，里面却没有 ${variable}：当作常数`,
      `${node.operator} is over ${variable}, which does not stand inside: taken as a constant`,
    );
  return call(operator, [variable, body]);
}

/** P_X: a marginal of what I(X; Y) is of. */
const isMarginal = ({ sub }: NameNode): boolean => /^[X-Z]$/.test(tokenText(sub ?? []));

/** lim_{x → 0}: lim(x, 0, …). */
function writeLimit(node: OptimumNode, writing: Writing): Written {
  const [left, right] = splitOutside(node.sub ?? [], (token) => isSign(token, "→"));
  const name = left && left.length > 0 ? writing.parse(left) : undefined;
  if (!right || right.length === 0 || name?.kind !== "name")
    throw new UnreadError(node.at, "lim 没写什么趋于什么", "lim does not say what goes to what");
  const side = right[right.length - 1];
  const isOneSided = side.kind === "sup" && /^[-+]$/.test(tokenText(side.body));
  if (isOneSided)
    writing.notes.add(
      "reading",
      node.at,
      `单侧极限 ${tokenText(node.sub ?? [])}：在有定义的一侧取`,
      `a limit from one side, ${tokenText(node.sub ?? [])}: taken where the body is defined`,
    );
  // The variable is a number, whatever it is elsewhere.
  const variable = partsOf(name, writing).text.replace(/^[PQ]$/, (letter) =>
    name.base === letter.toLowerCase() ? name.base : letter,
  );
  const scope = writing.scope.with(name.base, { kind: "index" });
  const to = writing.write(writing.parse(isOneSided ? right.slice(0, -1) : right), writing);
  return call("lim", [variable, to, writing.write(node.body, within(writing, scope))]);
}

const isConstraint = (token: TexToken): boolean =>
  isSign(token, "∈", ":", "≤", "≥", "<", ">", "=", "~", "→", ";");

/** What an optimum is taken over: λ of 0 ≤ λ ≤ 1, f of ‖f‖ ≤ 1, μ and σ of μ, σ. */
function movedIn(sub: readonly TexToken[]): readonly (readonly TexToken[])[] | undefined {
  const pieces = splitOutside(sub, isConstraint)
    .map((piece) => (isSign(piece[0], "‖", "|") ? piece.slice(1, 2) : piece))
    .filter(([first]) => first?.kind === "letter" || first?.kind === "word");
  const [names] = pieces;
  if (!names) return undefined;
  const parts = splitOutside(names, (token) => isSign(token, ",")).filter(
    ([first]) => first?.kind === "letter" || first?.kind === "word",
  );
  return parts.length > 0 ? parts : undefined;
}

/** A constraint that stands under the operator is not computed with. */
function noteConstraint({ sub = [], at, operator }: OptimumNode, writing: Writing): void {
  if (!sub.some((token) => isSign(token, "≤", "≥", "<", ">", "=", "∈"))) return;
  writing.notes.add(
    "reading",
    at,
    `${operator} 下的条件 ${tokenText(sub)} 只读了对谁取`,
    `of the condition ${tokenText(sub)} under ${operator} only what is moved is read`,
  );
}

/** argmin((μ, σ), …); max over two is a max of a max. */
function writeOverSeveral(
  node: OptimumNode,
  over: readonly (readonly TexToken[])[],
  operator: string,
  writing: Writing,
): Written {
  const names = over.map((piece) => writing.write(writing.parse(piece), writing).text);
  const body = writing.write(node.body, writing);
  if (/^arg/.test(operator)) return call(operator, [`(${names.join(", ")})`, body]);
  return names.reduceRight((inner, name) => call(operator, [name, inner]), body);
}
