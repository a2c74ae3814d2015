import type { BinaryNode, DerivativeNode, PowerNode, TexNode } from "../tex-node";
import { tokenText } from "../token-scan";
import { writeApply } from "./write-apply";
import { writeBig } from "./write-big";
import { writeDivergence } from "./write-distributions";
import { writeExpectation } from "./write-expectation";
import { writeFunction, writeSize } from "./write-function";
import { writeName } from "./write-name";
import { movedIn } from "./write-named";
import { writeOptimum } from "./write-optimum";
import { writePower } from "./write-power";
import { type Writing, within } from "./writing";
import { atom, binary, call, negate, power, type Written } from "./written";

/** A node in klab's language. */
export function writeTerm(node: TexNode, writing: Writing): Written {
  const inner = (child: TexNode): Written => writeTerm(child, writing);
  switch (node.kind) {
    case "number":
      return atom(node.text);
    case "name":
      return writeName(node, writing);
    case "apply":
      return writeApply(node, writing);
    case "pair":
      return writeDivergence(node, writing);
    case "binary":
      if (node.operator === "*" && node.right.kind === "big" && isShare(node.left))
        return binary(
          "*",
          inner(node.left),
          writeBig(node.right, writing, inner(node.left).text.slice(2)),
        );
      if (node.operator === "*" && isBesideNumber(node.left, node.right, writing))
        return binary("*", inner(node.left), atom("π"));
      noteCapacity(node, writing);
      return binary(node.operator, inner(node.left), inner(node.right));
    case "negate":
      return negate(inner(node.body));
    case "power":
      if (
        node.base.kind === "size" &&
        node.base.bars === "‖" &&
        tokenText(node.exponent) === "2" &&
        !/TV|1/.test(tokenText(node.base.sub ?? []))
      )
        return power(inner(node.base.body), atom("2"));
      // A density is a number, whichever way its gradient is turned.
      if (
        /^[T⊤]$/u.test(tokenText(node.exponent)) &&
        node.base.kind === "apply" &&
        writing.roles.isDistribution(node.base.fn)
      )
        return inner(node.base);
      return entryOfFunction(node, writing) ?? writePower(inner(node.base), node.exponent, writing);
    case "function":
      return writeFunction(node.name, node.base, node.args.map(inner), writing);
    case "big":
      return writeBig(node, writing);
    case "expectation":
      return writeExpectation(node, writing);
    case "optimum":
      return writeOptimum(node, writing);
    case "size":
      return writeSize(node, writing);
    case "derivative": {
      const variable = derivedBy(node, writing);
      let text = inner(node.body);
      for (let i = 0; i < node.order; i++) text = call("∂", [variable, text]);
      return text;
    }
    case "equation": {
      const value = inner(node.right);
      if (node.left.kind === "name" && inner(node.left).text !== value.text)
        writing.notes.add(
          "reading",
          node.at,
          `${inner(node.left).text} = ${value.text} 作自变量：只读取值 ${value.text}，变量名略去`,
          `${inner(node.left).text} = ${value.text} as an argument: only the value ${value.text} is read, the name is left out`,
        );
      return value;
    }
    case "cases":
      return call(
        "cases",
        node.rows.flatMap(({ value, condition }) =>
          condition === "" ? [inner(value)] : [inner(value), condition],
        ),
      );
    case "tuple":
      return atom(`(${node.items.map((item) => inner(item).text).join(", ")})`);
    case "range":
      return atom([node.first, node.last].map((end) => inner(end).text).join(", …, "));
    case "blank":
      return atom(writing.scope.variable ?? "·");
  }
}

/** 1 − H(p): the capacity of a binary channel, where p is a number. */
function noteCapacity({ operator, left, right, at }: BinaryNode, { roles, notes }: Writing): void {
  if (operator !== "-" || left.kind !== "number" || left.text !== "1") return;
  if (right.kind !== "apply" || right.fn.base !== "H" || right.fn.sub) return;
  const [value, ...more] = right.values;
  const isLaw = value?.kind === "name" && /^[pq]$/.test(value.base) && !roles.isShare(value);
  if (!isLaw || more.length + right.given.length > 0) return;
  notes.add(
    "ambiguity",
    at,
    `H(${value.base}) 读作分布 ${value.base} 的熵；若 ${value.base} 是一个概率，写 H_b(${value.base})`,
    `H(${value.base}) is read as the entropy of a distribution; write H_b(${value.base}) where ${value.base} is a probability`,
  );
}

/** What ∂ and ∇ are taken by: what is written, else the argument of what follows, else θ. */
function derivedBy({ variable, body, at }: DerivativeNode, writing: Writing): Written {
  if (variable?.kind === "name" && /^[ijk]$/.test(variable.base) && !variable.sub) {
    const entry = atom(`θ[${variable.base}]`);
    writing.notes.add(
      "reading",
      at,
      `∂_${variable.base} 读作对 ${entry.text} 求导`,
      `∂_${variable.base} is read as by ${entry.text}`,
    );
    return entry;
  }
  if (variable) {
    // φ of ∇_φ is a number, never a critic at the variable of an integral.
    const isName = variable.kind === "name" && !writing.scope.has(variable.base);
    const scope = isName ? writing.scope.with(variable.base, { kind: "variable" }) : writing.scope;
    return writeTerm(variable, within(writing, scope));
  }
  const found = movedIn(body, writing) ?? atom("θ");
  writing.notes.add(
    "reading",
    at,
    `∇ 没写对谁求导，读作对 ${found.text}`,
    `∇ does not say by what; read as by ${found.text}`,
  );
  return found;
}

/** π of 2π is the number, in a block where π(a | s) is a policy too. */
function isBesideNumber(left: TexNode, right: TexNode, { roles, notes }: Writing): boolean {
  const isBare = right.kind === "name" && right.base === "π" && !right.sub && !right.sup;
  if (left.kind !== "number" || !isBare || !roles.isDistribution(right)) return false;
  notes.add(
    "ambiguity",
    right.at,
    "这里的 π 两用：数字后面的读作圆周率，别处读作分布",
    "π has two meanings here: after a number it is the number, elsewhere a distribution",
  );
  return true;
}

/** (e^z)^i beside ∑_j (e^z)^j: the exponential of the i-th of z. */
function entryOfFunction({ base, exponent }: PowerNode, writing: Writing): Written | undefined {
  const index = tokenText(exponent);
  const [value] = base.kind === "function" ? base.args : [];
  const isEntry =
    base.kind === "function" &&
    base.name === "exp" &&
    value?.kind === "name" &&
    !value.sub &&
    /^[ijk]$/.test(index) &&
    (writing.scope.isIndex(index) || !writing.scope.has(index));
  if (!isEntry) return undefined;
  writing.notes.add(
    "reading",
    base.at,
    `括号右上角的 ${index} 读作下标：第 ${index} 个`,
    `${index} over the bracket is read as an index: the entry number ${index}`,
  );
  return writeTerm({ ...base, args: [{ ...value, sub: exponent }] }, writing);
}

/** 1/n before a sum: a mean over a sample. */
const isShare = (node: TexNode): boolean =>
  node.kind === "binary" &&
  node.operator === "/" &&
  node.left.kind === "number" &&
  node.right.kind === "name" &&
  /^[nmNKML]$/.test(node.right.base);
