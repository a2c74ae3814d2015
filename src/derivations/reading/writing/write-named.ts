import { partsOf } from "../names-in-place";
import type { ApplyNode, NameNode, TexNode } from "../tex-node";
import { tokenText } from "../token-scan";
import { distributionText } from "./write-distributions";
import { writeExpectation } from "./write-expectation";
import { writeSigmoid } from "./write-sigmoid";
import { type Writing, within } from "./writing";
import { atom, binary, call, power, type Written } from "./written";

/** What is known by its name: δ(P, Q), W_1(P, Q), Var(X), the distribution function F_P(x), the slope F′(q). */
export function writeNamed(node: ApplyNode, writing: Writing): Written | undefined {
  return (
    writeDistance(node, writing) ??
    writeVariance(node, writing) ??
    writeCovariance(node, writing) ??
    writeKnownFunction(node, writing) ??
    writeCumulative(node, writing) ??
    writeSlope(node, writing) ??
    writeSigmoid(node, writing)
  );
}

const subOf = (name: NameNode): string => (name.sub ? tokenText(name.sub) : "");

/** δ(P, Q) and d_TV(P, Q), the total variation; W_1(P, Q) and W(P, Q). */
function writeDistance(
  { fn, values, given, at }: ApplyNode,
  writing: Writing,
): Written | undefined {
  const isOfTwo =
    values.length === 2 &&
    given.length === 0 &&
    values.every((value) => value.kind === "name" && /^[pPqQμν]$/u.test(value.base));
  if (!isOfTwo) return undefined;
  const sub = subOf(fn);
  const name =
    (fn.base === "δ" && sub === "") || (/^[dDδV]$/u.test(fn.base) && sub === "TV")
      ? "TV"
      : fn.base === "W" && /^1?$/.test(sub)
        ? "W1"
        : undefined;
  if (!name) return undefined;
  const [p, q] = values.map((value) => distributionText(value, writing));
  const typed = sub === "" ? fn.base : `${fn.base}_${sub}`;
  if (sub === "")
    writing.notes.add(
      "reading",
      at,
      `${typed}(P, Q) 读作 ${name}`,
      `${typed}(P, Q) is read as ${name}`,
    );
  return call(name, [p, q]);
}

/** Var(X), Var_p[X], Var_{x ~ p}(f(x)). */
function writeVariance(node: ApplyNode, writing: Writing): Written | undefined {
  const { fn, values, given, at } = node;
  if (!fn.isWord || !/^var$/i.test(fn.base) || values.length !== 1 || given.length > 0)
    return undefined;
  const mean = writeExpectation({ kind: "expectation", sub: fn.sub, body: values[0], at }, writing);
  const drawn = drawnIn(mean, writing);
  const isOfOne = drawn === undefined || drawn.letters.length === 1;
  if (isOfOne)
    return /^E\([^()]/.test(mean.text) ? atom(mean.text.replace(/^E/, "Var")) : undefined;
  // The language's Var is of one variable: of X + Y, and of X beside Cov(X, Y), it is written out.
  writing.notes.add(
    "reading",
    at,
    `${fn.base} 按定义写成期望`,
    `${fn.base} is written out in expectations`,
  );
  const gap = binary("-", writing.write(values[0], drawn.inside), drawn.mean(values[0]));
  return call("E", [drawn.head, power(gap, atom("2"))]);
}

/** (x, y) ~ P, or x ~ P, y ~ Q, of a mean, the mean of other bodies over the same, and the place inside of it. */
function drawnIn({ text }: Written, writing: Writing) {
  const draws = /^E\(((?:(?:\([^()]*\)|[^(),]+?) ~ [^,()]+(?:\([^()]*\))?, )+)/.exec(text)?.[1];
  if (draws === undefined) return undefined;
  const head = draws.slice(0, -", ".length);
  const letters = [...head.matchAll(/(\([^()]*\)|[\p{L}\d_]+) ~ /gu)].flatMap(
    ([, own]) => own.match(/[\p{L}\d_]+/gu) ?? [],
  );
  let { scope } = writing;
  for (const letter of letters) scope = scope.with(letter, { kind: "variable" });
  const inside = within(writing, scope);
  const mean = (body: TexNode): Written => call("E", [head, writing.write(body, inside)]);
  return { head, letters, inside, mean };
}

/** Cov(X, Y) as E[XY] − E[X] E[Y], Corr(X, Y) with both deviations below it. */
function writeCovariance(node: ApplyNode, writing: Writing): Written | undefined {
  const { fn, values, given, at } = node;
  if (!fn.isWord || !/^(cov|corr)$/i.test(fn.base) || values.length !== 2 || given.length > 0)
    return undefined;
  const times = (left: TexNode, right: TexNode): TexNode => ({
    kind: "binary",
    operator: "*",
    left,
    right,
    at,
  });
  const [a, b] = values;
  const drawn = drawnIn(
    writeExpectation({ kind: "expectation", sub: fn.sub, body: times(a, b), at }, writing),
    writing,
  );
  if (!drawn) return undefined;
  const { mean } = drawn;
  const both = (x: TexNode, y: TexNode): Written =>
    binary("-", mean(times(x, y)), binary("*", mean(x), mean(y)));
  writing.notes.add(
    "reading",
    at,
    `${fn.base}(X, Y) 按定义写成期望`,
    `${fn.base}(X, Y) is written out in expectations`,
  );
  const covariance = both(a, b);
  if (/^cov$/i.test(fn.base)) return covariance;
  const below = call("sqrt", [binary("*", both(a, a), both(b, b))]);
  return binary("/", covariance, below);
}

/** ReLU(x) as max(0, x), logit(p) as log(p/(1 − p)), std(X) as the root of the variance. */
function writeKnownFunction(node: ApplyNode, writing: Writing): Written | undefined {
  const { fn, values, given } = node;
  if (!fn.isWord || fn.sub || values.length !== 1 || given.length > 0) return undefined;
  // std(r) of numbers r_1 … r_n is no std of a random variable.
  const isVariable = values[0].kind === "name" && /^[XYZ]$/.test(values[0].base);
  if (fn.base === "std" && isVariable) {
    const variance = writeVariance({ ...node, fn: { ...fn, base: "Var" } }, writing);
    return variance && call("sqrt", [variance]);
  }
  if (!/^(ReLU|logit)$/.test(fn.base)) return undefined;
  const value = writing.write(values[0], writing);
  return fn.base === "ReLU"
    ? call("max", ["0", value])
    : call("log", [binary("/", value, binary("-", atom("1"), value))]);
}

/** F_P(x): the mass of P up to x. */
function writeCumulative({ fn, values }: ApplyNode, writing: Writing): Written | undefined {
  if (fn.base !== "F" || !fn.sub || values.length !== 1) return undefined;
  const own = writing.parse(fn.sub);
  if (own.kind !== "name" || !/^[pPqQ]$/.test(own.base) || !writing.roles.isDistribution(own))
    return undefined;
  const value = writing.write(values[0], writing).text;
  const name = distributionText(own, writing);
  if (name.includes("(")) return undefined;
  return call("∫", ["u", "-∞", value, `${name}(u)`]);
}

/** f′(x) beside f: the derivative of f at x; at what is no variable by a definition of its own. */
function writeSlope({ fn, values, given, at }: ApplyNode, writing: Writing): Written | undefined {
  const [value] = values;
  const isSlope =
    fn.primes > 0 &&
    values.length === 1 &&
    given.length === 0 &&
    !fn.isWord &&
    !fn.isStarred &&
    !fn.sup &&
    fn.base !== "σ" &&
    !writing.roles.isDistribution({ ...fn, primes: 0 }) &&
    (writing.roles.appliedPlain.has(fn.base) ||
      (value.kind === "name" && /^[FGAφψ]$/u.test(fn.base)));
  if (!isSlope) return undefined;
  const inner = writing.write(value, writing);
  const name = partsOf({ ...fn, primes: 0 }, writing).text;
  if (!/^[\p{L}_][\p{L}\p{N}_]*$/u.test(inner.text)) {
    if (fn.primes > 1) return undefined;
    writing.slopes.set(name, at);
    writing.notes.add(
      "reading",
      at,
      `${name}′ 读作 ${name} 的导数，写作 ${name}p`,
      `${name}′ is read as the derivative of ${name} and written ${name}p`,
    );
    return call(`${name}p`, [inner]);
  }
  let slope = call(name, [inner]);
  for (let i = 0; i < fn.primes; i++) slope = call("∂", [inner, slope]);
  return slope;
}

/** What ∇ without a subscript moves: q of ∇F(q). */
export function movedIn(body: TexNode, writing: Writing): Written | undefined {
  const [value, ...more] = body.kind === "apply" ? body.values : [];
  const isPlain = value?.kind === "name" && more.length === 0;
  // Under ∫ dx it is the parameter that moves.
  const isBound = value?.kind === "name" && writing.scope.has(value.base);
  return isPlain && !isBound ? writing.write(value, writing) : undefined;
}
