import { blockNames, boundNames, hoistedNames } from "./bound-names";
import { childrenOf, isFunction, isNode, nameOf, nodesIn, type SyntaxNode } from "./syntax-node";

/** A place where a cell uses a name that nothing inside its statements declares. */
export interface NameUse {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** `{ name }`, which has to become `{ name: … }`. */
  readonly shorthand: boolean;
  /** `name()`, or a template's tag. */
  readonly called: boolean;
  /** Assigned to. */
  readonly written: boolean;
}

type Scopes = readonly ReadonlySet<string>[];

/**
 * Where a cell uses names of its own top level, of earlier cells, or of the language.
 *
 * Exact for block, function, class and catch scopes; declarations at the top level are uses, too.
 *
 * Source: ECMAScript 2022, sections 8.2 and 10.2.
 */
export function nameUses(program: SyntaxNode): NameUse[] {
  const found: NameUse[] = [];
  for (const statement of nodesIn(program, "body")) visit(statement, [], found);
  return found;
}

const isTarget = /^(?:Identifier|ObjectPattern|ArrayPattern|AssignmentPattern|RestElement)$/;

function visit(node: SyntaxNode, scopes: Scopes, found: NameUse[]): void {
  const go = (child: unknown, inside: Scopes = scopes): void => {
    if (isNode(child)) visit(child, inside, found);
  };
  const assign = (target: unknown, inside: Scopes = scopes): void => {
    if (!isNode(target)) return;
    if (isTarget.test(target.type)) visitTarget(target, inside, found);
    else visit(target, inside, found);
  };
  switch (node.type) {
    case "Identifier":
      use(node, scopes, found, {});
      return;
    case "ImportDeclaration":
    case "ImportSpecifier":
    case "MetaProperty":
    case "BreakStatement":
    case "ContinueStatement":
      return;
    case "LabeledStatement":
      go(node.body);
      return;
    case "ExportNamedDeclaration":
      go(node.declaration);
      return;
    case "CallExpression":
    case "TaggedTemplateExpression": {
      const callee = node.callee ?? node.tag;
      if (isNode(callee) && callee.type === "Identifier")
        use(callee, scopes, found, { called: true });
      else go(callee);
      for (const child of [...nodesIn(node, "arguments"), ...nodesIn(node, "quasi")]) go(child);
      return;
    }
    case "MemberExpression":
      go(node.object);
      if (node.computed) go(node.property);
      return;
    case "Property":
      if (node.computed) go(node.key);
      if (node.shorthand) use(node.value as SyntaxNode, scopes, found, { shorthand: true });
      else go(node.value);
      return;
    case "MethodDefinition":
    case "PropertyDefinition":
      if (node.computed) go(node.key);
      go(node.value);
      return;
    case "AssignmentExpression":
      assign(node.left);
      go(node.right);
      return;
    case "UpdateExpression":
      assign(node.argument);
      return;
    case "VariableDeclaration":
      for (const { id, init } of nodesIn(node, "declarations")) {
        assign(id);
        go(init);
      }
      return;
    case "ForInStatement":
    case "ForOfStatement": {
      const inside = [...scopes, new Set(blockNames(node))];
      assign(node.left, inside);
      go(node.right, inside);
      go(node.body, inside);
      return;
    }
  }
  if (isFunction(node)) {
    visitFunction(node, scopes, found);
    return;
  }
  const own = new Set(blockNames(node));
  const inside = own.size > 0 ? [...scopes, own] : scopes;
  for (const child of childrenOf(node)) {
    // The name of a declaration at the top level is found by the statement, of an inner one in its block.
    const isOwnName = child === node.id && /^Class/.test(node.type);
    if (!isOwnName) go(child, inside);
  }
}

function visitFunction(node: SyntaxNode, scopes: Scopes, found: NameUse[]): void {
  const params = nodesIn(node, "params");
  const names = new Set(params.flatMap(boundNames));
  if (isNode(node.id) && node.type === "FunctionExpression") names.add(nameOf(node.id));
  if (node.type !== "ArrowFunctionExpression") names.add("arguments");
  for (const name of hoistedNames(node.body as SyntaxNode)) names.add(name);
  const inside = [...scopes, names];
  for (const param of params) visitTarget(param, inside, found);
  visit(node.body as SyntaxNode, inside, found);
}

/** A pattern that is assigned to. */
function visitTarget(target: SyntaxNode, scopes: Scopes, found: NameUse[]): void {
  const go = (child: unknown): void => {
    if (isNode(child)) visitTarget(child, scopes, found);
  };
  switch (target.type) {
    case "Identifier":
      use(target, scopes, found, { written: true });
      return;
    case "ObjectPattern":
      for (const property of nodesIn(target, "properties")) go(property);
      return;
    case "Property": {
      if (target.computed) visit(target.key as SyntaxNode, scopes, found);
      const value = target.value as SyntaxNode;
      if (!target.shorthand) go(value);
      else if (value.type === "Identifier") {
        use(value, scopes, found, { shorthand: true, written: true });
      } else {
        use(value.left as SyntaxNode, scopes, found, { shorthand: true, written: true });
        visit(value.right as SyntaxNode, scopes, found);
      }
      return;
    }
    case "ArrayPattern":
      for (const element of nodesIn(target, "elements")) go(element);
      return;
    case "AssignmentPattern":
      go(target.left);
      visit(target.right as SyntaxNode, scopes, found);
      return;
    case "RestElement":
      go(target.argument);
      return;
    default:
      visit(target, scopes, found);
  }
}

function use(
  node: SyntaxNode,
  scopes: Scopes,
  found: NameUse[],
  how: Partial<Pick<NameUse, "shorthand" | "called" | "written">>,
): void {
  const name = nameOf(node);
  if (scopes.some((scope) => scope.has(name))) return;
  const { start, end } = node;
  found.push({ name, start, end, shorthand: false, called: false, written: false, ...how });
}
