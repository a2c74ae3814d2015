import { scopeName } from "./cell-names";
import { childrenOf, isFunction, isNode, nameOf, nodesIn, type SyntaxNode } from "./syntax-node";
import type { TextEdits } from "./text-edits";

const isAnonymous = ({ type, id }: SyntaxNode): boolean =>
  /^(?:FunctionExpression|ArrowFunctionExpression|ClassExpression)$/.test(type) && !isNode(id);

/** A function that a variable names: `{f: () => …}.f` gives it the name that `const f = …` would. */
function nameValue({ id, init }: SyntaxNode, edits: TextEdits): void {
  if (!isNode(init) || !isNode(id) || id.type !== "Identifier" || !isAnonymous(init)) return;
  const name = nameOf(id);
  edits.insert(init.start, `{${name}:`);
  edits.insert(init.end, `}.${name}`);
}

/** A declaration of shared variables as assignments. */
function writeDeclaration(node: SyntaxNode, parent: SyntaxNode, edits: TextEdits): void {
  const { source } = edits;
  const declarations = nodesIn(node, "declarations");
  const [first] = declarations;
  const last = declarations[declarations.length - 1];
  const inHead = /^For/.test(parent.type) && parent.body !== node;
  const inList = /^(?:Program|BlockStatement|StaticBlock|SwitchCase|Export)/.test(parent.type);
  const outer = parent.type === "ExportNamedDeclaration" ? parent.start : node.start;
  edits.replace(outer, first.start, inHead ? "" : inList ? ";(" : "(");
  for (const declaration of declarations) {
    const { id, init, end } = declaration as unknown as {
      readonly id: SyntaxNode;
      readonly init: unknown;
      readonly end: number;
    };
    nameValue(declaration, edits);
    if (isNode(init) || (inHead && parent.type !== "ForStatement")) continue;
    const kept = node.kind === "var" ? `${scopeName}.${nameOf(id)}` : "undefined";
    edits.insert(end, `=${kept}`);
  }
  if (inHead) return;
  edits.insert(last.end, ")");
  const ends = /;\s*$/.test(source.slice(last.end, node.end));
  if (!ends) edits.insert(last.end, ";");
}

/** Rewrites the declarations of variables that cells share: all of the top level, and every `var` outside functions. */
export function varCode(program: SyntaxNode, edits: TextEdits): void {
  const walk = (node: SyntaxNode, parent: SyntaxNode): void => {
    const isTop =
      parent.type === "Program" || (parent.type === "ExportNamedDeclaration" && node !== parent);
    if (node.type === "VariableDeclaration" && (isTop || node.kind === "var")) {
      writeDeclaration(node, parent, edits);
    }
    if (isFunction(node) || node.type === "StaticBlock") return;
    for (const child of childrenOf(node)) walk(child, node);
  };
  for (const statement of nodesIn(program, "body")) walk(statement, program);
}
