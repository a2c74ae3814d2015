import { isPriorOf, keepsParameter, notePrior, partsOf } from "../names-in-place";
import type { ApplyNode, NameNode, TexNode } from "../tex-node";
import { tokenText } from "../token-scan";
import { familyInPlace } from "./family-in-place";
import { deviationText } from "./normal-in-place";
import { refuseFunctionOfVariable } from "./refuse-function-of-variable";
import { withoutFreeIndex } from "./without-free-index";
import { distributionText } from "./write-distributions";
import { factorsOf, writeEntropy } from "./write-entropy";
import { writeInformation } from "./write-information";
import { writeNamed } from "./write-named";
import { writePower } from "./write-power";
import type { Writing } from "./writing";
import { atom, call, type Written } from "./written";

export function writeApply(node: ApplyNode, writing: Writing): Written {
  const { fn } = node;
  if (/^[HhI]$/.test(fn.base)) noteSequences([...node.values, ...node.given], writing);
  refuseFunctionOfVariable(node, writing);
  const named = writeNamed(node, writing);
  if (named) return named;
  if (fn.base === "H" && fn.sup && tokenText(fn.sup) === "2")
    return call(
      "H2",
      node.values.map((value) => distributionText(value, writing)),
    );
  if (fn.base === "H" && node.values.length === 2 && !fn.sup && writing.roles.hasHellinger) {
    writing.notes.add(
      "reading",
      node.at,
      "H² 旁边的 H(P, Q) 读作 Hellinger 距离",
      "H(P, Q) beside H² is read as Hellinger's distance",
    );
    const square = node.values.map((value) => distributionText(value, writing));
    return call("sqrt", [call("H2", square)]);
  }
  const isOfParameters = node.values.every(
    (value) => value.kind === "name" && /^[θφψ]$/.test(value.base),
  );
  const isEntropy = fn.base === "H" || (fn.base === "Ent" && !fn.sup);
  if (isEntropy && fn.sub === undefined && !isOfParameters) return writeEntropy(node, writing);
  const [only] = node.values;
  const isOfShare = only?.kind === "name" && writing.roles.isShare(only);
  if (/^[hH]$/.test(fn.base) && isOfShare && /^(b|B|2|bin)?$/.test(tokenText(fn.sub ?? [])))
    return writeEntropy(node, writing);
  const isBinary = isOfCoin(node);
  if (isBinary && only.kind === "name") {
    const share = writing.write(only, coinless(writing)).text;
    writing.notes.add(
      "reading",
      node.at,
      `${fn.base}(${share}) 读作二元熵：${share} 是一个概率`,
      `${fn.base}(${share}) is read as the binary entropy: ${share} is a probability`,
    );
    return call("H", [`Bern(${share})`]);
  }
  if (
    fn.base === "h" &&
    !fn.sub &&
    node.values.length === 1 &&
    node.given.length === 0 &&
    isLaw(node.values[0], writing)
  )
    return call("H", [distributionText(node.values[0], writing)]);
  if (fn.base === "H" && fn.sub && node.values.length === 1) {
    // H_p(q): the cross-entropy of p and q.
    const sub = writing.parse(fn.sub);
    if (sub.kind === "name" && writing.roles.isDistribution(sub))
      return call("H", [distributionText(sub, writing), distributionText(node.values[0], writing)]);
  }
  if (fn.base === "D" && fn.sub && node.values.length === 1 && node.given.length === 0) {
    const sub = writing.parse(fn.sub);
    const [value] = node.values;
    if (
      sub.kind === "name" &&
      /^[pqPQ]$/.test(sub.base) &&
      value.kind === "name" &&
      /^[pqPQ]$/.test(value.base)
    )
      return atom(`KL(${distributionText(sub, writing)} ‖ ${distributionText(value, writing)})`);
  }
  if (fn.base === "I" && (writing.roles.hasRandomVariables || node.values.some(isEquation))) {
    return writeInformation(node, writing);
  }
  const isOfDistributions =
    node.values.some(isSoftmax) ||
    node.values.every((value) => value.kind === "name" && /^[PQpq]$/.test(value.base));
  if (fn.base === "CE" && node.values.length === 2 && isOfDistributions)
    return call(
      "H",
      node.values.map((value) => distributionText(value, writing)),
    );
  const [entry] = node.values;
  if (fn.base === "softmax" && !fn.sub && entry?.kind === "name" && entry.sub)
    writing.notes.add(
      "reading",
      node.at,
      `softmax(${entry.base}_${tokenText(entry.sub)}) 读作 softmax(${entry.base}) 的第 ${tokenText(entry.sub)} 项`,
      `softmax(${entry.base}_${tokenText(entry.sub)}) is read as entry ${tokenText(entry.sub)} of softmax(${entry.base})`,
    );
  if (
    fn.base === "softmax" &&
    !fn.sub &&
    node.values.length === 1 &&
    node.values[0].kind === "name" &&
    !writing.scope.has(tokenText(node.values[0].sub ?? []))
  )
    return call("softmax", [writing.write(node.values[0], writing)]);
  const parts = partsOf(fn, writing);
  const isDensity = parts.isDistribution || fn.base === "N";
  noteDoubtful(node, isDensity, writing);
  const isCalligraphic = fn.base === "E" && !fn.isWord;
  if (isCalligraphic)
    writing.notes.add(
      "reading",
      node.at,
      "花体 E(…) 读作一个函数 E_cal，不是期望",
      "a script E(…) is read as a function E_cal, not as an expectation",
    );
  // C(P_1, P_2): of the distributions themselves, where no variable is at hand.
  const isOfLaws =
    !isDensity &&
    writing.scope.variable === undefined &&
    node.values.every((value) => value.kind === "name");
  const argument = (value: TexNode): string[] => {
    const plain = isDensity ? withoutFreeIndex(value, writing) : value;
    const isFunctional =
      (fn.isWord || /^(L|F|J|H)$/.test(fn.base) || isOfLaws) &&
      ((plain.kind === "apply" && writing.roles.isDistribution(plain.fn)) ||
        (plain.kind === "name" &&
          plain.primes === 0 &&
          /^[pqPQπ]$/u.test(plain.base) &&
          writing.roles.isDistribution(plain)));
    const isBoundPrime =
      isDensity && plain.kind === "name" && plain.primes > 0 && writing.scope.has(`${plain.base}p`);
    // z_1 and z_2 are two values of z.
    const isBoundSample =
      isDensity &&
      node.values.length + node.given.length > 1 &&
      plain.kind === "name" &&
      /^\d$/.test(tokenText(plain.sub ?? [])) &&
      writing.scope.has(`${plain.base}_${tokenText(plain.sub ?? [])}`);
    if (isBoundPrime || isBoundSample)
      return [`${plain.base}=${writing.write(plain, writing).text}`];
    return [isFunctional ? distributionText(plain, writing) : writing.write(plain, writing).text];
  };
  const isNormal = fn.base === "N" && node.values.length + node.given.length === 3;
  if (isNormal) {
    // N(x; μ, σ²) and N(x | μ, σ²): the covariance I is 1.
    const [x, ...rest] = [...node.values, ...node.given];
    const [value] = argument(x);
    const [mean, spread] = rest;
    return atom(
      `N(${value} | ${argument(mean).join(", ")}, ${deviationText(spread, writing).text})`,
    );
  }
  if (fn.base === "N" && !fn.sub && node.values.length === 2 && node.given.length === 0)
    return atom(distributionText(node, writing));
  const values = node.values
    .flatMap((value) => (isDensity ? factorsOf(value) : [value]))
    .flatMap(argument);
  const given = node.given.flatMap((value) =>
    argument(value).map((text) => text.replace(/^.*=/, "")),
  );
  const late =
    values.length > 1 && parts.isDistribution
      ? values.filter((text) => /^[θφψω]/.test(text) && !writing.scope.has(text))
      : [];
  if (late.length > 0 && late.length < values.length && given.length === 0)
    writing.notes.add(
      "reading",
      node.at,
      `${parts.text}(x, θ) 里的 θ 读作参数`,
      `θ in ${parts.text}(x, θ) is read as a parameter`,
    );
  const isLate = given.length === 0 && late.length < values.length;
  const parameters = isLate ? late : [];
  const first = isLate ? values.filter((text) => !late.includes(text)) : values;
  const all = [...given, ...parameters];
  const isPrior = isPriorOf(fn, node, writing);
  if (isPrior && parts.parameter) notePrior(fn, writing);
  const isKept =
    parts.parameter && !all.includes(parts.parameter) && keepsParameter(fn, writing) && !isPrior;
  if (isKept && parts.parameter && !first.includes(parts.parameter)) all.push(parts.parameter);
  const name =
    (isCalligraphic ? parts.text.replace(/^E(_val)?/, "E_cal") : parts.text) +
    parts.indices.map((index) => `[${index}]`).join("");
  const bar = all.length > 0 ? ` | ${all.join(", ")}` : "";
  const written = atom(
    `${isPrior ? "p" : name}${fn.isStarred ? (isConjugate(fn, writing) ? "_conj" : "_opt") : ""}(${first.join(", ")}${isDensity ? bar : all.length ? `, ${all.join(", ")}` : ""})`,
  );
  const degree = /^\(([1-4])\)$/.exec(tokenText(parts.exponent ?? []))?.[1];
  if (degree && first.length === 1 && node.values[0].kind === "name") {
    writing.notes.add(
      "reading",
      node.at,
      `${name}^(${degree}) 读作 ${degree} 阶导数`,
      `${name}^(${degree}) is read as the derivative of order ${degree}`,
    );
    let slope = written;
    for (let i = 0; i < Number(degree); i++) slope = call("∂", [first[0], slope]);
    return slope;
  }
  return parts.exponent ? writePower(written, parts.exponent, writing) : written;
}

/** I(x_i; y_j) of two values, x^n of p(x^n) and n of Q^n(x): what is only a name, or a power, here. */
function noteDoubtful({ fn, values, at }: ApplyNode, isDensity: boolean, writing: Writing): void {
  const { notes } = writing;
  if (fn.base === "I" && !fn.sub && values.length === 2)
    notes.add(
      "ambiguity",
      at,
      "I(…) 的自变量不是两个随机变量（大写字母）：若是取值，这是点互信息；只当作一个函数的名字",
      "I(…) is not of two random variables (capitals): of values it is a pointwise information; here it is only the name of a function",
    );
  const sub = tokenText(fn.sub ?? []);
  if (fn.base === "I" && sub !== "" && values.length === 2)
    notes.add(
      "ambiguity",
      at,
      `I_${sub}(…) 只当作一个函数的名字，不是互信息；若是联合分布 ${sub} 的互信息，写成 KL 或期望`,
      `I_${sub}(…) is only the name of a function here, and no mutual information; write that of a joint ${sub} as a KL or an expectation`,
    );
  const count = tokenText(fn.sup ?? []);
  if (isDensity && /^[nmN]$/.test(count))
    notes.add(
      "ambiguity",
      at,
      `${fn.base}^${count}(…) 读作幂；若指 ${count} 次独立抽样的联合分布，写成 ∏`,
      `${fn.base}^${count}(…) is read as a power; write ∏ for the joint law of ${count} independent draws`,
    );
  if (isDensity) noteSequences(values, writing);
}

/** x^n of p(x^n) and I(X^n; Y^n), which usually is a sequence. */
function noteSequences(values: readonly TexNode[], writing: Writing): void {
  for (const value of values) {
    const many = value.kind === "name" ? tokenText(value.sup ?? []) : "";
    if (value.kind !== "name" || !/^[nmNT]$/.test(many)) continue;
    if (partsOf(value, writing).exponent === undefined) continue;
    writing.notes.add(
      "ambiguity",
      value.at,
      `${value.base}^${many} 读作幂；若指 ${many} 个值的序列，换一个字母`,
      `${value.base}^${many} is read as a power; give a sequence of ${many} values another letter`,
    );
  }
}

/** H_b(p), h_2(ε), H(ε): the entropy of a coin. */
const isOfCoin = ({ fn, values, given }: ApplyNode): boolean => {
  const [value, ...more] = values;
  if (!/^[hH]$/.test(fn.base) || fn.sup || fn.primes > 0 || more.length + given.length > 0)
    return false;
  if (value?.kind !== "name" || value.sup || value.isWord) return false;
  const sub = tokenText(fn.sub ?? []);
  if (sub === "2" && /^[pq]$/.test(value.base)) return false;
  if (sub === "") return /^[εδα]$/u.test(value.base) && !value.sub;
  return /^(b|B|2|bin)$/.test(sub) && /^[pqεδαa]$/u.test(value.base);
};

/** Names as numbers, whatever the block takes them for. */
const coinless = (writing: Writing): Writing => ({
  ...writing,
  roles: { ...writing.roles, isDistribution: () => false },
});

/** p, and N(μ, σ²) or another family in place. */
const isLaw = (node: TexNode, writing: Writing): boolean =>
  node.kind === "name"
    ? writing.roles.isDistribution(node)
    : node.kind === "apply" && (node.fn.base === "N" || familyInPlace(node, writing) !== undefined);

const isEquation = ({ kind }: TexNode): boolean => kind === "equation";

const isSoftmax = (node: TexNode): boolean => node.kind === "apply" && node.fn.base === "softmax";

/** f* of a convex f: its conjugate, not the best of the f's. */
const isConjugate = (fn: NameNode, writing: Writing): boolean =>
  !fn.sub && (/^[fFgφψ]$/u.test(fn.base) || (fn.base === "A" && writing.roles.applied.has("A")));
