import { required } from "../../words/required";
import { ExpressionError } from "./expression-error";
import { canonicalName, constantNamed, isInfinity, operatorNamed } from "./lexicon";
import { argumentsOf, nameOf } from "./math-node";
import { type MathNode, parseTree } from "./parse-tree";
import { Places } from "./places";
import { readForm } from "./read-form";
import type { Reader } from "./reader";
import { sourceText } from "./source-text";
import type { BinaryOperator, Definition, Term } from "./term";
import { signOf, usageOf } from "./usage";

// Deeper trees would overflow the stack in one of the walks.
const deepest = 500;

const binaryOperators = new Set(["+", "-", "*", "/", "^"]);

/**
 * An expression, or a definition, as a tree.
 *
 * @throws ExpressionError for what cannot be read, ExpressionKindError for a wrong number or kind of arguments
 */
export function readExpression(typed: string): Term | Definition {
  const source = sourceText(typed);
  const tree = parseTree(source);
  const reader = makeReader(new Places(source));
  return readDefinition(tree, reader) ?? reader.term(tree);
}

export function isDefinition(value: Term | Definition): value is Definition {
  return "parameters" in value;
}

function readDefinition(node: MathNode, reader: Reader): Definition | undefined {
  if (node.type === "AssignmentNode" && node.object?.type === "SymbolNode" && !node.index) {
    const at = reader.places.name(nameOf(node.object));
    const name = definable(nameOf(node.object), at, reader);
    return { name, parameters: [], body: reader.term(node.value as MathNode), at };
  }
  if (node.type === "FunctionAssignmentNode") {
    const at = reader.places.name(nameOf(node));
    const name = definable(nameOf(node), at, reader);
    const parameters = required(node.params, "params").map((parameter) => {
      reader.places.name(parameter);
      return canonicalName(parameter);
    });
    return { name, parameters, body: reader.term(required(node.expr, "expr")), at };
  }
  return undefined;
}

function definable(name: string, at: number, reader: Reader): string {
  const canonical = canonicalName(name);
  if (operatorNamed(name) || constantNamed(canonical) !== undefined) {
    throw reader.places.error(at, `${name} 是固定的记号，不能重新定义`, `${name} is taken`);
  }
  return canonical;
}

function makeReader(places: Places): Reader {
  const reader: Reader = { places, term, distribution };
  let depth = 0;

  function term(node: MathNode): Term {
    const at = places.here;
    if (++depth > deepest) {
      throw places.error(
        at,
        "式子嵌套太深，分成几步写",
        "nested too deeply; write it in several steps",
      );
    }
    const read = readNode(node, at);
    depth--;
    return read;
  }

  function readNode(node: MathNode, at: number): Term {
    switch (node.type) {
      case "ParenthesisNode":
        return term(required(node.content, "content"));
      case "ConstantNode":
        return readConstant(node, at);
      case "SymbolNode":
        return readName(node);
      case "OperatorNode":
        return readOperator(node);
      case "AccessorNode": {
        const name = places.name(node.object?.name ?? "");
        const [index, ...more] = node.index?.dimensions ?? [];
        if (node.object?.type !== "SymbolNode" || !index || more.length > 0) {
          throw places.kindError(
            name,
            "下标写成 x[i]，一个名字、一个下标",
            "an index is written x[i]",
          );
        }
        return {
          kind: "index",
          name: canonicalName(nameOf(node.object)),
          index: term(index),
          at: name,
        };
      }
      case "FunctionNode":
        return readForm(node, reader);
      case "AssignmentNode":
        throw places.error(
          at,
          "一步只写一个式子；等号写在 relation 里，定义写成 L(θ) := …",
          "a step is one expression: put the equals sign in relation, or define with L(θ) := …",
        );
      default:
        throw places.error(
          at,
          "这里读不懂：一步是一个式子，用 + - * / ^、括号、下标 x[i] 与语言里的运算写成",
          `cannot be read (${node.type.replace("Node", "")}): a step is one expression of + - * / ^, brackets, x[i] and the operators of the language`,
        );
    }
  }

  function readConstant(node: MathNode, at: number): Term {
    if (node.value === Number.POSITIVE_INFINITY) {
      return { kind: "name", name: "∞", at };
    }
    if (typeof node.value !== "number" || Number.isNaN(node.value)) {
      throw places.error(at, `${String(node.value)} 不是数`, `${String(node.value)} is no number`);
    }
    const { text, at: place } = places.number();
    return { kind: "number", value: node.value, text, at: place };
  }

  function readName(node: MathNode): Term {
    const at = places.name(nameOf(node));
    if (node.name === "·") return { kind: "blank", at };
    const operator = operatorNamed(nameOf(node));
    if (operator) {
      throw places.kindError(
        at,
        `${signOf(operator)} 是运算，后面要有括号：${usageOf(operator).zh}`,
        `${signOf(operator)} is an operator: write ${usageOf(operator).en}`,
      );
    }
    return { kind: "name", name: isInfinity(nameOf(node)) ? "∞" : canonicalName(nameOf(node)), at };
  }

  function readOperator(node: MathNode): Term {
    const [first, second] = argumentsOf(node);
    if (node.op === "-" && !second) {
      const at = places.here;
      return { kind: "negate", body: term(first), at };
    }
    if (node.op === "+" && !second) return term(first);
    if (!second || !binaryOperators.has(node.op ?? "")) {
      throw places.error(
        places.here,
        ["|", "to", "in"].includes(node.op ?? "")
          ? "竖线、~ 与 ∈ 只在 P(x | θ)、KL(P ‖ Q)、E(x ~ P, …)、∑(x ∈ P, …) 里有意义"
          : `不认识运算 ${node.op}`,
        ["|", "to", "in"].includes(node.op ?? "")
          ? "a bar, ~ or ∈ has a meaning only in P(x | θ), KL(P ‖ Q), E(x ~ P, …), ∑(x ∈ P, …)"
          : `unknown operator ${node.op}`,
      );
    }
    const left = term(first);
    const at = places.here;
    if (node.implicit) {
      throw places.error(
        at,
        "相乘要写 *，函数要写括号，例如 2*x、log(P(x))",
        "write * to multiply and brackets for a function: 2*x, log(P(x))",
      );
    }
    const right = term(second);
    return { kind: "binary", operator: node.op as BinaryOperator, left, right, at: left.at };
  }

  function distribution(node: MathNode): Term {
    const found = term(node);
    if (found.kind === "name" || found.kind === "call" || found.kind === "binary") return found;
    throw places.kindError(
      found.at,
      "这里应是分布：一个名字 P，或 P_G(· | θ)",
      "a distribution belongs here: a name P, or P_G(· | θ)",
    );
  }

  return reader;
}

/** Reads `typed` where a definition would be a mistake. */
export function readTerm(typed: string): Term {
  const result = readExpression(typed);
  if (!isDefinition(result)) return result;
  throw new ExpressionError(
    { expression: typed, at: result.at },
    "这里应是一个式子，不是定义",
    "an expression belongs here, not a definition",
  );
}
