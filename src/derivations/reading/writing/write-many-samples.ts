import { partsOf } from "../names-in-place";
import {
  type ApplyNode,
  type BigNode,
  type ExpectationNode,
  type TexNode,
  visitTex,
} from "../tex-node";
import { isSign, type TexToken } from "../tex-token";
import { tokenText } from "../token-scan";
import { lower } from "./inside-body";
import { indexOf, unrolled } from "./unrolled";
import { withTokens } from "./with-tokens";
import { type Writing, within } from "./writing";
import { call, type Written } from "./written";

/** As many samples as are tried: with one alone a mean of weights would say too little. */
const samples = 2;

/**
 * E over z_1 … z_K of a function of a mean over k, as in the bound with several samples: with K = 2, one expectation in
 * another. Without a subscript the z_k are drawn from the density that divides.
 */
export function writeManySamples(node: ExpectationNode, writing: Writing): Written | undefined {
  const sum = sumIn(node.body);
  const index = sum && indexOf(sum);
  if (!sum || index === undefined) return undefined;
  const source = sourceOf(node, sum, index, writing);
  if (!source) return undefined;
  const { variable, over } = source;
  const names = Array.from({ length: samples }, (_, i) => `${variable}_${i + 1}`);
  const count = sum.sup ? tokenText(sum.sup) : "K";
  const swap = (part: TexNode): TexNode => (part === sum ? unrolled(sum, index, samples) : part);
  const body = withTokens(
    swapped(node.body, swap),
    (tokens) => tokens,
    (part) =>
      part.kind === "name" && part.base === count && !part.sub
        ? { kind: "number", text: String(samples), at: part.at }
        : part,
  );
  writing.notes.add(
    "reading",
    node.at,
    `${variable}_1 … ${variable}_${count} 各自独立取自 ${over}，以 ${count} = ${samples} 检验`,
    `${variable}_1 … ${variable}_${count} are drawn from ${over}, each for itself; tried with ${count} = ${samples}`,
  );
  let { scope } = writing;
  for (const name of names) scope = scope.with(name, { kind: "variable" });
  return call("E", [
    ...names.map((name) => `${name} ~ ${over}`),
    writing.write(body, within(writing, scope)),
  ]);
}

function sumIn(body: TexNode): BigNode | undefined {
  let found: BigNode | undefined;
  visitTex(body, (node) => {
    if (node.kind === "big" && node.operator === "sum") found ??= node;
  });
  return found;
}

/** The same tree with one node changed. */
function swapped(node: TexNode, swap: (node: TexNode) => TexNode): TexNode {
  const own = swap(node);
  if (own !== node) return own;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, swappedIn(value, swap)]),
  ) as unknown as TexNode;
}

function swappedIn(value: unknown, swap: (node: TexNode) => TexNode): unknown {
  if (Array.isArray(value)) return value.map((one) => swappedIn(one, swap));
  const isNode =
    typeof value === "object" && value !== null && "kind" in value && !("gap" in value);
  return isNode ? swapped(value as TexNode, swap) : value;
}

function sourceOf(
  node: ExpectationNode,
  sum: BigNode,
  index: string,
  writing: Writing,
): { readonly variable: string; readonly over: string } | undefined {
  const densities: ApplyNode[] = [];
  visitTex(sum.body, (part) => {
    if (part.kind !== "apply" || !writing.roles.isDistribution(part.fn)) return;
    const isSampled = part.values.some(
      (value) => value.kind === "name" && value.sub && tokenText(value.sub) === index,
    );
    if (isSampled) densities.push(part);
  });
  const divisor =
    sum.body.kind === "binary" && sum.body.operator === "/" ? sum.body.right : undefined;
  const sub = node.sub ?? [];
  const isMarked = sub.some((token) => isSign(token, "~"));
  const isOfMany =
    isMarked && sub.some((token) => isSign(token, "…", ":"))
      ? true
      : isMarked && hasIndex(sub, index);
  const own = densities.find((density) => density === divisor);
  if ((sub.length > 0 && !isOfMany) || !own) return undefined;
  const [value] = own.values;
  if (value?.kind !== "name") return undefined;
  const given = own.given.map((part) => writing.write(part, writing).text);
  const name = partsOf(own.fn, writing).text;
  return {
    variable: lower(value.base),
    over: given.length > 0 ? `${name}(· | ${given.join(", ")})` : name,
  };
}

/** z_k of z_k ~ q. */
const hasIndex = (sub: readonly TexToken[], index: string): boolean =>
  sub[1]?.kind === "sub" && tokenText(sub[1].body) === index;
