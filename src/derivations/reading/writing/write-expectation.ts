import { conditionalAt } from "../drawing/conditional-at";
import { shownVariable } from "../drawing/drawn-variables";
import { drawnText, expected } from "../drawing/expected";
import { noteAbsent } from "../drawing/note-absent";
import { writeOverLaw } from "../drawing/write-over-law";
import { distributionName, partsOf } from "../names-in-place";
import { UnreadError } from "../reading-note";
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
      part[0]?.kind === "letter" && (part[0].mark || part.some(isPrime))
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
  const [only] = sub;
  if (sub.length === 1 && only.kind === "letter" && only.mark) {
    // E_{x̂}: over x̂, and not over x.
    const fn = writing.roles.usual;
    const law = fn ? partsOf(fn, writing).text : "P";
    return supposed([writing.write(writing.parse(sub), writing).text], law, node, writing);
  }
  if (isSign(only, "-"))
    throw new UnreadError(
      node.at,
      `E 的下标 ${tokenText(sub)}：对别的因子取期望，没有对应的写法；写出是对谁取`,
      `the subscript ${tokenText(sub)} of E, over the other factors, has no counterpart; write over what it is`,
    );
  if (/^[θφψ]$/u.test(tokenText(sub)) && isDerivedBy(node.body, tokenText(sub)))
    return writeExpectation({ ...node, sub: undefined }, writing);
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
  if (sub.length > 0 && writing.roles.hasPairs && /^[xyz]$/.test(given)) {
    // E_Y beside P_{X|Y}: over the marginal of Y.
    const fn = writing.roles.usual;
    const name = fn ? distributionName(fn.base) : "P";
    return supposed([given], `${name}(${given})`, node, writing);
  }
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
  { at, body, sub }: ExpectationNode,
  writing: Writing,
): Written {
  const drawn = drawnText(variables);
  writing.notes.add(
    "reading",
    at,
    `期望没写对谁取，读作 ${drawn} ~ ${over}`,
    `the expectation does not say over what; read as ${drawn} ~ ${over}`,
  );
  if (/^[ti]?$/.test(tokenText(sub ?? []))) noteBeside(variables, body, writing);
  const index = sampleIndex(body);
  const isCounted = index !== undefined && countsInside(body, index);
  return expected([{ variables, over }], body, writing, isCounted ? undefined : index);
}

/** A_t of E_t[r A_t], r_i of E[r_i f(y_i)]: what varies with the draw, and is only a number here. */
function noteBeside(variables: readonly string[], body: TexNode, writing: Writing): void {
  const args = new Set<string>();
  visitTex(body, (node) => {
    if (node.kind === "apply" && writing.roles.isDistribution(node.fn))
      for (const value of [...node.values, ...node.given])
        if (value.kind === "name") args.add(value.base);
  });
  visitTex(body, (node) => {
    const name = node.kind === "apply" ? node.fn : node;
    if (name.kind !== "name") return;
    const index = tokenText(name.sub ?? []);
    const drawn = /^[XYZ]$/.test(name.base) ? lower(name.base) : name.base;
    const isDrawn = variables.includes(drawn) || args.has(name.base);
    if (!/^[it]$/.test(index) || isDrawn || writing.scope.has(index)) return;
    if (countsInside(body, index) || writing.roles.isDistribution(name)) return;
    const text = partsOf(name, writing).text;
    writing.notes.add(
      "ambiguity",
      name.at,
      `${name.base}_${index} 随 ${index} 一同变，却没有写成 ${variables.join("、")} 的函数：期望里当作给定的 ${text}`,
      `${name.base}_${index} varies with ${index}, but is written as no function of ${variables.join(", ")}: taken as given in the expectation`,
    );
  });
}

/** θ of E_θ[(∂/∂θ log f(X; θ))²]: the mean is under θ, not over it. */
function isDerivedBy(body: TexNode, letter: string): boolean {
  let found = false;
  visitTex(body, (node) => {
    found ||=
      node.kind === "derivative" && node.variable?.kind === "name" && node.variable.base === letter;
  });
  return found;
}

/** A sum inside the mean counts i: x_i is no single draw. */
function countsInside(body: TexNode, index: string): boolean {
  let found = false;
  visitTex(body, (node) => {
    found ||= node.kind === "big" && (node.sub ?? []).some((token) => tokenText([token]) === index);
  });
  return found;
}

const isPrime = (token: TexToken): boolean =>
  isSign(token, "′") || (token.kind === "sup" && isSign(token.body[0], "′"));

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
