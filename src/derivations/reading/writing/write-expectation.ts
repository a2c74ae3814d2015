import { conditionalAt } from "../drawing/conditional-at";
import { shownVariable } from "../drawing/drawn-variables";
import { drawnText, expected } from "../drawing/expected";
import { noteAbsent } from "../drawing/note-absent";
import { writeOverLaw } from "../drawing/write-over-law";
import { partsOf } from "../names-in-place";
import { overOf } from "../roles";
import { type ExpectationNode, type NameNode, type TexNode, visitTex } from "../tex-node";
import { isSign, type TexToken } from "../tex-token";
import { splitOutside, tokenText } from "../token-scan";
import { argumentIn, lower, sampleIndex, variableIn } from "./inside-body";
import { distributionText } from "./write-distributions";
import { writeManySamples } from "./write-many-samples";
import type { Writing } from "./writing";
import type { Written } from "./written";

/** E over a distribution that is typed in one of many ways, or supposed. */
export function writeExpectation(node: ExpectationNode, writing: Writing): Written {
  const several = writeManySamples(node, writing);
  if (several) return several;
  const sub = node.sub ?? [];
  const pairs = splitOutside(sub, (token) => isSign(token, ",")).filter((part) =>
    part.some((token) => isSign(token, "~")),
  );
  if (pairs.length > 1) {
    // E_{x~P, y~Q(·|x)}: one in another.
    const [first, ...rest] = pairs;
    const sub = rest.flatMap((part, i) => (i > 0 ? [comma(part), ...part] : part));
    const outer = writeExpectation({ ...node, sub: first, body: { ...node, sub } }, writing).text;
    // E(x ~ P, E(y ~ Q, …)) as one: E(x ~ P, y ~ Q, …).
    return { text: outer.replace(/^(E\(.*?, )E\((.*)\)\)$/s, "$1$2)"), binds: 5 };
  }
  const [left, right] = splitOutside(sub, (token) => isSign(token, "~", "∈"));
  if (right) {
    const over = writing.parse(right);
    const [before] = splitOutside(
      left.flatMap((token) => (isSign(token, "(", ")") ? [] : [token])),
      (token) => isSign(token, "|"),
    );
    const variables = splitOutside(before, (token) => isSign(token, ",")).map((part) =>
      part[0]?.kind === "letter" && part[0].mark
        ? writing.write(writing.parse(part), writing).text
        : lower(tokenText(part)),
    );
    noteCase(before, node, writing);
    noteAbsent(variables, node, writing);
    const source = conditionalAt(over, variables, writing) ?? over;
    return expected([{ variables, over: distributionText(source, writing) }], node.body, writing);
  }
  if (tokenText(sub) === "ε" && hasNoise(node.body))
    return supposed(["ε"], "N(0, 1)", node, writing);
  const conditional = conditionalIn(sub);
  if (conditional) {
    const [before, after] = conditional;
    const variable = lower(tokenText(before));
    const given = splitOutside(after, (token) => isSign(token, ",")).map(
      (part) => writing.write(writing.parse(part), writing).text,
    );
    const fn = densityOf(node.body, variable) ?? writing.roles.distributionOf(variable)?.fn;
    const name = fn ? partsOf(fn, writing).text : "P";
    const text = `${name}(· | ${given.join(", ")})`;
    writing.notes.add(
      "reading",
      node.at,
      `E 的下标 ${tokenText(sub)} 读作 ${variable} ~ ${text}`,
      `the subscript ${tokenText(sub)} of E is read as ${variable} ~ ${text}`,
    );
    return expected([{ variables: [variable], over: text }], node.body, writing);
  }
  const drawn = splitOutside(sub, (token) => isSign(token, ","));
  if (drawn.length > 1 && drawn.every((part) => isVariable(part))) {
    const names = drawn.map((part) => nameOf(part));
    const fn = writing.roles.distributionOf(names[0])?.fn ?? writing.roles.usual;
    const text = fn ? partsOf(fn, writing).text : "P";
    return supposed(names, text, node, writing);
  }
  const over = node.over ?? (overOf(sub) ? writing.parse(sub) : undefined);
  if (over) return writeOverLaw(over, node, writing);
  const given = lower(tokenText(sub));
  const variable =
    /^[a-zθφωτ]$/.test(given) && given !== "t"
      ? given
      : (argumentIn(node.body, writing) ??
        variableIn(node.body) ??
        shownVariable(node.body, writing));
  const divisor = divisorOf(node.body, writing);
  const value = divisor?.kind === "apply" ? divisor.values[0] : undefined;
  if (divisor && value?.kind === "name" && lower(value.base) !== variable)
    return supposed([lower(value.base)], distributionText(divisor, writing), node, writing);
  const fn = divisor ?? writing.roles.distributionOf(variable) ?? writing.roles.usual;
  const isFit =
    writing.scope.find("#optimum") !== undefined &&
    fn?.kind === "apply" &&
    (fn.given.length > 0 || /^[θφψ]$/u.test(tokenText(fn.fn.sub ?? [])));
  const text = isFit ? "P_data" : fn ? distributionText(fn, writing) : "P";
  const { together } = writing.roles;
  const variables = sub.length === 0 && together.includes(variable) ? together : [variable];
  return supposed(variables, text, node, writing);
}

/** An expectation that does not say over what it is taken. */
function supposed(
  variables: readonly string[],
  over: string,
  { at, body }: ExpectationNode,
  writing: Writing,
): Written {
  const drawn = drawnText(variables);
  writing.notes.add(
    "reading",
    at,
    `期望没写对谁取，读作 ${drawn} ~ ${over}`,
    `the expectation does not say over what; read as ${drawn} ~ ${over}`,
  );
  return expected([{ variables, over }], body, writing, sampleIndex(body));
}

/** E_{X ~ P}[f(x)]: X and x are taken for one. */
function noteCase(
  drawn: readonly TexToken[],
  { body, at }: ExpectationNode,
  writing: Writing,
): void {
  const text = tokenText(drawn);
  if (!/^[XYZ]$/.test(text)) return;
  let isOther = false;
  visitTex(body, (node) => {
    isOther ||= node.kind === "name" && node.base === text.toLowerCase() && !node.mark;
  });
  if (!isOther) return;
  writing.notes.add(
    "repair",
    at,
    `下标是 ${text}，里面写的是 ${text.toLowerCase()}：读作同一个变量`,
    `the subscript has ${text}, what is inside ${text.toLowerCase()}: read as one variable`,
  );
}

/** ε stands in what is averaged: noise that is drawn, and no law. */
function hasNoise(body: TexNode): boolean {
  let found = false;
  visitTex(body, (node) => {
    found ||= node.kind === "name" && node.base === "ε" && !node.sub;
  });
  return found;
}

/** The p whose arguments the variable is among: p of p(x, z). */
function densityOf(body: TexNode, variable: string): NameNode | undefined {
  let found: NameNode | undefined;
  visitTex(body, (node) => {
    if (found || node.kind !== "apply" || !/^[pP]$/.test(node.fn.base)) return;
    const isIts = (part: TexNode): boolean =>
      part.kind === "name" && lower(part.base) === variable && !part.mark;
    if (node.values.some(isIts)) found = node.fn;
  });
  return found;
}

/** p of E[q(x)/p(x)]: a ratio of densities has its mean where it is divided by the one that is drawn from. */
function divisorOf(body: TexNode, writing: Writing): TexNode | undefined {
  if (body.kind !== "binary") return undefined;
  // w(x) A: a weight times what is averaged.
  if (body.operator !== "/") return divisorOf(body.left, writing);
  const isDensity = (node: TexNode): boolean =>
    node.kind === "apply" && node.values.length === 1 && writing.roles.isDistribution(node.fn);
  return isDensity(body.left) && isDensity(body.right) ? body.right : undefined;
}

/** x, ε, x_0: a letter and at most a subscript. */
const isVariable = ([letter, sub, ...more]: readonly TexToken[]): boolean =>
  letter?.kind === "letter" &&
  /^[xyzXYZsatεuw]$/u.test(letter.text) &&
  (sub === undefined || sub.kind === "sub") &&
  more.length === 0;

const nameOf = ([letter, sub]: readonly TexToken[]): string =>
  sub?.kind === "sub"
    ? `${tokenText([letter])}_${tokenText(sub.body)}`
    : lower(tokenText([letter]));

/** Z and X, θ of E_{Z | X, θ}. */
function conditionalIn(
  sub: readonly TexToken[],
): readonly [readonly TexToken[], readonly TexToken[]] | undefined {
  const [before, after, ...more] = splitOutside(sub, (token) => isSign(token, "|"));
  if (!after || more.length > 0 || !isVariable(before)) return undefined;
  return [before, after];
}

const comma = (part: readonly TexToken[]): TexToken => ({
  kind: "sign",
  text: ",",
  at: part[0].at,
  gap: false,
});
