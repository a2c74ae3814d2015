import { freeIndices, freeLetters } from "../drawing/free-letters";
import { UnreadError } from "../reading-note";
import type { BigNode, TexNode } from "../tex-node";
import { isSign, type TexToken } from "../tex-token";
import { closingOf, splitOutside, tokenText } from "../token-scan";
import { argumentIn, isArgument, lower, overAt, sampleIndex } from "./inside-body";
import { sumOfSequence } from "./sum-of-sequence";
import { plainWeight, weightAt } from "./sum-weight";
import { withCondition } from "./with-condition";
import { writeIntegral } from "./write-integral";
import { type Writing, within } from "./writing";
import { call, type Written } from "./written";

/** ∑, ∏ and ∫ with what they range over. */
export function writeBig(node: BigNode, writing: Writing, share?: string): Written {
  const isMean = share !== undefined;
  if (node.operator === "integral") {
    const sub = node.sub ? tokenText(node.sub) : "";
    if (!node.sup || !/^[ij]$/.test(sub)) return writeIntegral(node, writing);
    writing.notes.add(
      "ambiguity",
      node.at,
      `∫ 带着下标 ${sub}，读作 ∏`,
      `an integral with an index ${sub}, read as a product`,
    );
    return writeBig({ ...node, operator: "product" }, writing, share);
  }
  const listed = sumOfSequence(node, writing);
  if (listed) return writing.write(listed, writing);
  const conditioned = withCondition(node, writing);
  if (conditioned) return writeBig(conditioned, writing, share);
  const sign = node.operator === "sum" ? "∑" : "∏";
  const [plain, ...conditions] = splitOutside(node.sub ?? [], (token) => isSign(token, ":"));
  if (conditions.length > 0)
    writing.notes.add(
      "skipped",
      node.at,
      `${sign} 下的条件 ${tokenText(conditions.flat())} 略去`,
      `the condition ${tokenText(conditions.flat())} under ${sign} is left out`,
    );
  if (plain.some((token) => isSign(token, "<", ">", "≤", "≥")))
    throw new UnreadError(
      node.at,
      `${sign} 下的条件 ${tokenText(plain)} 读不懂：写成上下限，或用 cases`,
      `the condition ${tokenText(plain)} under ${sign} cannot be read: write limits, or cases`,
    );
  // ∑_{(s, a)}: over each of them.
  const isTuple = isSign(plain[0], "(") && closingOf(plain, 0) === plain.length - 1;
  const sub = isTuple ? plain.slice(1, -1) : plain;
  // ∑_{ij}: over both.
  const areTwo = /^[a-z]{2,4}$/.test(tokenText(sub)) && sub.every(({ kind }) => kind === "letter");
  const [word] = sub;
  const isKl = sub.length === 1 && word.kind === "word" && word.isBare && word.text === "KL";
  const names = isKl
    ? ["k", "l"].map((text): TexToken[] => [{ kind: "letter", text, at: word.at, gap: false }])
    : areTwo
      ? sub.map((token) => [token])
      : splitOutside(sub, (token) => isSign(token, ","));
  if (names.length > 1 && !sub.some((token) => isSign(token, "=", "∈", "≠"))) {
    // ∑_{x, y}: one sum in another.
    const [first, ...rest] = names;
    const inner: BigNode = {
      ...node,
      sub: rest.flat(),
    };
    const outer: BigNode = { ...node, sub: first, body: inner };
    return writeBig(outer, writing);
  }
  const [left, right] = splitOutside(names[0] ?? [], (token) => isSign(token, "=", "∈"));
  const isPrimed = left?.[1] !== undefined && /^\^?[′']$/.test(tokenText([left[1]]));
  const [letter] = left ?? [];
  const own =
    letter?.kind === "letter" && letter.mark
      ? writing.write(writing.parse([letter]), writing).text
      : tokenText(left?.slice(0, 1) ?? []);
  const variable = left ? own + (isPrimed ? "p" : "") : "";
  const isOverSet = sub.some((token) => isSign(token, "∈"));
  const hasIndexedVariable =
    !isPrimed && left?.some(({ kind }) => kind === "sub" || kind === "sup");
  if (isOverSet) noteSet(left, right, node, writing);
  if (right && !isOverSet)
    return writeCounted(sign, node, { variable, start: right, isMean }, writing);
  if (node.sup && variable !== "" && !isOverSet)
    return writeCounted(sign, node, { variable, isMean }, writing);
  const isCount =
    (/^[ijkntm]$/.test(variable) || (!isOverSet && isOnlyIndex(node.body, variable))) &&
    !isArgument(node.body, variable);
  if (isCount && !hasIndexedVariable) {
    // ∏_i p(x_i) is the likelihood of a sample, and no product over values.
    const isLikelihood = node.operator === "product" && node.body.kind === "apply";
    const weighed = isMean || isLikelihood ? undefined : weightAt(node.body, variable, writing);
    if (weighed) return overWeights(sign, node, { ...weighed, index: variable }, writing);
    const last = share ?? (node.like && writing.scope.lastOf(node.like)) ?? lastOf(variable);
    writing.notes.add(
      "reading",
      node.at,
      `∑_${variable} 没写上限，读作 1 到 ${last}`,
      `the sum over ${variable} lacks its limits; read as 1 to ${last}`,
    );
    const scope = writing.scope.with(variable, { kind: "index", last });
    return call(sign, [`${variable}=1`, last, writing.write(node.body, within(writing, scope))]);
  }
  if (hasIndexedVariable && left?.[1] && (left[1].kind === "sub" || left[1].kind === "sup")) {
    const index = tokenText(left[1].body).replace(/[()]/g, "");
    return overValues(
      sign,
      node.body,
      { variable: lower(variable), over: overAt(node.body, variable, writing), index },
      writing,
    );
  }
  const name = variable === "" ? unboundArgument(node, writing) : lower(variable);
  if (variable === "" && !argumentIn(node.body, writing)) {
    const index = sampleIndex(node.body);
    if (index) {
      const scope = writing.scope.with(index, { kind: "index" });
      noteOpen(node, index, writing);
      return call(sign, [
        `${index}=1`,
        lastOf(index),
        writing.write(node.body, within(writing, scope)),
      ]);
    }
  }
  if (variable === "") noteOpen(node, name, writing);
  return overValues(
    sign,
    node.body,
    {
      variable: name,
      over: overAt(node.body, (variable || name).replace(/(?<=.)p$/, ""), writing),
    },
    writing,
  );
}

/** ∑∑ p(x, y): what an inner sum without a variable runs over is not what the outer runs over. */
function unboundArgument({ body }: BigNode, writing: Writing): string {
  const first = argumentIn(body, writing);
  if (first === undefined || !writing.scope.has(first)) return first ?? "x";
  const other = freeLetters(body).find(
    ({ letter, of }) =>
      of &&
      writing.roles.isDistribution(of) &&
      !writing.scope.has(letter) &&
      /^[a-z]$/.test(letter),
  );
  return other?.letter ?? first;
}

function noteOpen({ at, operator }: BigNode, name: string, writing: Writing): void {
  const sign = operator === "sum" ? "∑" : "∏";
  writing.notes.add(
    "reading",
    at,
    `${sign} 没写下标，读作对 ${name}`,
    `${sign} without a subscript is read as over ${name}`,
  );
}

/** ∑_{x ∈ A}: a set that is not all values is not known here. */
function noteSet(
  left: readonly TexToken[] | undefined,
  right: readonly TexToken[] | undefined,
  { at }: BigNode,
  writing: Writing,
): void {
  const [variable, set] = [left, right].map((part) => tokenText(part ?? []));
  if (set === variable.toUpperCase() || /^[ΩVSDΘ]$/u.test(set)) return;
  writing.notes.add(
    "ambiguity",
    at,
    `${variable} ∈ ${set} 读作 ${variable} 的全部取值`,
    `${variable} ∈ ${set} is read as all values of ${variable}`,
  );
}

/** c of y_c, which stands nowhere else. */
const isOnlyIndex = (body: TexNode, letter: string): boolean =>
  /^[a-z]$/.test(letter) &&
  freeIndices(body).includes(letter) &&
  freeLetters(body).every((name) => name.letter !== letter);

/** An index that counts from `start`, 1 unless given. */
interface Counted {
  readonly variable: string;
  readonly start?: readonly TexToken[];
  readonly isMean: boolean;
}

/** A variable that takes the values of `over`, numbered by `index`. */
interface Values {
  readonly variable: string;
  readonly over: string;
  readonly index?: string;
}

const lastOf = (index: string): string =>
  ({ i: "m", j: "n", k: "K", t: "n", n: "N" })[index] ?? "n";

function writeCounted(
  sign: string,
  node: BigNode,
  { variable, start, isMean }: Counted,
  writing: Writing,
): Written {
  const weighed = isMean
    ? undefined
    : (weightAt(node.body, variable, writing) ??
      (sign === "∑" ? plainWeight(node, variable, writing) : undefined));
  const limit = node.sup && writing.parse(node.sup);
  // T of ∑_{t=0}^T is a number, never a critic at the variable of an expectation around it.
  const isHorizon = limit?.kind === "name" && limit.base === "T" && !writing.scope.has("T");
  const around = isHorizon
    ? within(writing, writing.scope.with("T", { kind: "variable" }))
    : writing;
  const end = limit ? writing.write(limit, around).text : lastOf(variable);
  const from = start && start.length > 0 ? writing.write(writing.parse(start), writing).text : "1";
  if (weighed && sign === "∑" && from === "1")
    return overWeights(sign, node, { ...weighed, index: variable }, writing);
  if (!start && node.sup)
    writing.notes.add(
      "reading",
      node.at,
      `下标 ${variable} 读作 ${variable} = 1`,
      `the index ${variable} is read as starting from 1`,
    );
  const scope = writing.scope.with(variable, { kind: "index", last: end });
  return call(sign, [`${variable}=${from}`, end, writing.write(node.body, within(writing, scope))]);
}

/** ∑_i p(x_i) …: what is weighed by its probability is a value, and x_i no sample. */
function overWeights(sign: string, node: BigNode, values: Values, writing: Writing): Written {
  const { variable, over, index } = values;
  writing.notes.add(
    "reading",
    node.at,
    `${variable}_${index} 以它的概率为权：对 ${over} 的全部取值求和，不是对样本`,
    `${variable}_${index} is weighed by its probability: summed over all values of ${over}, not over a sample`,
  );
  return overValues(sign, node.body, values, writing);
}

function overValues(
  sign: string,
  body: TexNode,
  { variable, over, index }: Values,
  writing: Writing,
): Written {
  const scope = writing.scope.with(variable, { kind: "value", index });
  return call(sign, [`${variable} ∈ ${over}`, writing.write(body, within(writing, scope))]);
}
