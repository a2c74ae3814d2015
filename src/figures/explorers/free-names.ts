/** A node of the syntax tree, as loosely as a walk needs it. */
interface Node {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** A name that a function uses and does not itself bring. */
export interface FreeName {
  readonly name: string;
  /** The member that is read of it, `b` of `a.b`; undefined where it is used by itself. */
  readonly member?: string;
}

/**
 * The names a function expression takes from outside, `this` and `import` among them.
 *
 * Exact for block, function, class and catch scopes; a `var` declared anywhere in a function counts as declared in all
 * of it, as in the language.
 *
 * @param source one function expression
 * @throws SyntaxError if it is none
 *
 * Source: ECMAScript 2022, sections 8.2 and 10.2.
 */
export function freeNames(source: string): FreeName[] {
  // Only when it is asked for: loading it is a quarter of an import of klab.
  const { parse } = require("acorn") as typeof import("acorn");
  const { body } = parse(`(${source}\n)`, { ecmaVersion: 2022 }) as unknown as { body: Node[] };
  const tree = body[0]?.expression;
  if (body.length !== 1 || !isNode(tree) || !isFunction(tree)) throw new SyntaxError("no function");
  const found: FreeName[] = [];
  visit(tree, [], found);
  return found;
}

const isNode = (value: unknown): value is Node => typeof (value as Node | null)?.type === "string";

const childrenOf = (node: Node): Node[] => Object.values(node).flat().filter(isNode);

const isFunction = ({ type }: Node): boolean => /Function/.test(type);

type Scopes = readonly ReadonlySet<string>[];

const ownThis: ReadonlySet<string> = new Set(["this"]);

function visit(node: Node, scopes: Scopes, found: FreeName[]): void {
  const go = (child: unknown, inside: Scopes = scopes): void => {
    if (isNode(child)) visit(child, inside, found);
  };
  if (node.type === "Identifier") use(String(node.name), scopes, found);
  else if (node.type === "ThisExpression") use("this", scopes, found);
  else if (node.type === "ImportExpression") {
    use("import", scopes, found);
    go(node.source);
  } else if (node.type === "MemberExpression") {
    const { object, property, computed } = node as unknown as {
      object: Node;
      property: Node;
      computed: boolean;
    };
    if (object.type === "Identifier" && !computed)
      use(String(object.name), scopes, found, String(property.name));
    else go(object);
    if (computed) go(property);
  } else if (/^(Property|MethodDefinition|PropertyDefinition)$/.test(node.type)) {
    if (node.computed) go(node.key);
    // The value of a class's field sees the instance, or the class.
    go(node.value, node.type === "PropertyDefinition" ? [...scopes, ownThis] : scopes);
  } else if (node.type === "StaticBlock") {
    const statements = node.body as Node[];
    const names = new Set(["this", ...statements.flatMap(declaredNames), ...hoisted(node)]);
    for (const child of statements) go(child, [...scopes, names]);
  } else if (node.type === "MetaProperty") {
    // new.target: no name.
  } else if (isFunction(node)) {
    const names = new Set<string>((node.params as Node[]).flatMap(boundNames));
    if (isNode(node.id)) names.add(String(node.id.name));
    if (node.type !== "ArrowFunctionExpression") names.add("arguments").add("this");
    for (const name of hoisted(node.body as Node)) names.add(name);
    const inside = [...scopes, names];
    for (const param of node.params as Node[]) go(param, inside);
    go(node.body, inside);
  } else if (/^(LabeledStatement|BreakStatement|ContinueStatement)$/.test(node.type)) {
    go(node.body);
  } else {
    const own = new Set([
      ...lexicalNames(node),
      ...(isNode(node.param) ? boundNames(node.param) : []),
    ]);
    for (const child of childrenOf(node)) go(child, own.size > 0 ? [...scopes, own] : scopes);
  }
}

function use(name: string, scopes: Scopes, found: FreeName[], member?: string): void {
  if (!scopes.some((scope) => scope.has(name))) found.push(member ? { name, member } : { name });
}

/** The names a pattern binds. */
function boundNames(pattern: Node): string[] {
  switch (pattern.type) {
    case "Identifier":
      return [String(pattern.name)];
    case "AssignmentPattern":
      return boundNames(pattern.left as Node);
    case "RestElement":
      return boundNames(pattern.argument as Node);
    case "Property":
      return boundNames(pattern.value as Node);
    default:
      return childrenOf(pattern).flatMap(boundNames);
  }
}

/** `let`, `const`, `class` and functions of a block, a loop's head, a switch, a named class. */
function lexicalNames(node: Node): string[] {
  const inBlock = node.type === "BlockStatement" ? (node.body as Node[]) : [];
  const inSwitch =
    node.type === "SwitchStatement"
      ? (node.cases as Node[]).flatMap((c) => c.consequent as Node[])
      : [];
  const inHead = /^For/.test(node.type) ? [node.init, node.left].filter(isNode) : [];
  const itself = node.type === "ClassExpression" && isNode(node.id) ? [String(node.id.name)] : [];
  return [...inBlock, ...inSwitch, ...inHead].flatMap(declaredNames).concat(itself);
}

function declaredNames(statement: Node): string[] {
  if (statement.type === "VariableDeclaration") {
    return (statement.declarations as Node[]).flatMap((d) => boundNames(d.id as Node));
  }
  return /^(Function|Class)Declaration$/.test(statement.type) && isNode(statement.id)
    ? [String(statement.id.name)]
    : [];
}

/** Every `var` below a node, not entering further functions. */
function hoisted(node: Node): string[] {
  const own = node.type === "VariableDeclaration" && node.kind === "var" ? declaredNames(node) : [];
  return own.concat(
    childrenOf(node)
      .filter((child) => !isFunction(child))
      .flatMap(hoisted),
  );
}
