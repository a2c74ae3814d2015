import {
  blockNames,
  boundNames,
  declaredNames,
  hoistedNames,
} from "../../page/live/evaluate/bound-names";
import {
  childrenOf,
  isFunction,
  isNode,
  type SyntaxNode,
} from "../../page/live/evaluate/syntax-node";

/** A name that a function uses and does not itself bring. */
export interface OutsideName {
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
export function outsideNames(source: string): OutsideName[] {
  // Only when it is asked for: loading it is a quarter of an import of klab.
  const { parse } = require("acorn") as typeof import("acorn");
  const { body } = parse(`(${source}\n)`, { ecmaVersion: 2022 }) as unknown as {
    body: SyntaxNode[];
  };
  const tree = body[0]?.expression;
  if (body.length !== 1 || !isNode(tree) || !isFunction(tree)) throw new SyntaxError("no function");
  const found: OutsideName[] = [];
  visit(tree, [], found);
  return found;
}

type Scopes = readonly ReadonlySet<string>[];

const ownThis: ReadonlySet<string> = new Set(["this"]);

function visit(node: SyntaxNode, scopes: Scopes, found: OutsideName[]): void {
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
      object: SyntaxNode;
      property: SyntaxNode;
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
    const statements = node.body as SyntaxNode[];
    const names = new Set(["this", ...statements.flatMap(declaredNames), ...hoistedNames(node)]);
    for (const child of statements) go(child, [...scopes, names]);
  } else if (node.type === "MetaProperty") {
    // new.target: no name.
  } else if (isFunction(node)) {
    const names = new Set<string>((node.params as SyntaxNode[]).flatMap(boundNames));
    if (isNode(node.id)) names.add(String(node.id.name));
    if (node.type !== "ArrowFunctionExpression") names.add("arguments").add("this");
    for (const name of hoistedNames(node.body as SyntaxNode)) names.add(name);
    const inside = [...scopes, names];
    for (const param of node.params as SyntaxNode[]) go(param, inside);
    go(node.body, inside);
  } else if (/^(LabeledStatement|BreakStatement|ContinueStatement)$/.test(node.type)) {
    go(node.body);
  } else {
    const own = new Set(blockNames(node));
    for (const child of childrenOf(node)) go(child, own.size > 0 ? [...scopes, own] : scopes);
  }
}

function use(name: string, scopes: Scopes, found: OutsideName[], member?: string): void {
  if (!scopes.some((scope) => scope.has(name))) found.push(member ? { name, member } : { name });
}
