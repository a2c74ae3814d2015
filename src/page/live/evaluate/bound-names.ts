import { childrenOf, isFunction, isNode, nameOf, nodesIn, type SyntaxNode } from "./syntax-node";

/** The names a pattern binds. */
export function boundNames(pattern: SyntaxNode): string[] {
  switch (pattern.type) {
    case "Identifier":
      return [nameOf(pattern)];
    case "AssignmentPattern":
      return boundNames(pattern.left as SyntaxNode);
    case "RestElement":
      return boundNames(pattern.argument as SyntaxNode);
    case "Property":
      return boundNames(pattern.value as SyntaxNode);
    case "MemberExpression":
      return [];
    default:
      return childrenOf(pattern).flatMap(boundNames);
  }
}

/** The names a statement declares: of variables, functions, classes, imports. */
export function declaredNames(statement: SyntaxNode): string[] {
  if (statement.type === "VariableDeclaration") {
    return nodesIn(statement, "declarations").flatMap((d) => boundNames(d.id as SyntaxNode));
  }
  if (statement.type === "ImportDeclaration") {
    return nodesIn(statement, "specifiers").map(({ local }) => nameOf(local));
  }
  return /^(?:Function|Class)Declaration$/.test(statement.type) && isNode(statement.id)
    ? [nameOf(statement.id)]
    : [];
}

/** Every `var` below a node, not entering further functions. */
export function hoistedNames(node: SyntaxNode): string[] {
  const own = node.type === "VariableDeclaration" && node.kind === "var" ? declaredNames(node) : [];
  return own.concat(
    childrenOf(node)
      .filter((child) => !isFunction(child) && child.type !== "StaticBlock")
      .flatMap(hoistedNames),
  );
}

/** What a block, a loop's head, a switch, a catch clause or a named class declares for what lies in it. */
export function blockNames(node: SyntaxNode): string[] {
  const statements =
    node.type === "BlockStatement" || node.type === "StaticBlock"
      ? nodesIn(node, "body")
      : node.type === "SwitchStatement"
        ? nodesIn(node, "cases").flatMap((part) => nodesIn(part, "consequent"))
        : /^For/.test(node.type)
          ? [node.init, node.left].filter(isNode)
          : [];
  const lexical = statements.filter(
    ({ type, kind }) => !(type === "VariableDeclaration" && kind === "var"),
  );
  const itself = node.type === "ClassExpression" && isNode(node.id) ? [nameOf(node.id)] : [];
  const caught = node.type === "CatchClause" && isNode(node.param) ? boundNames(node.param) : [];
  return [...lexical.flatMap(declaredNames), ...itself, ...caught];
}
