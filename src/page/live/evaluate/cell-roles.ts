import { boundNames, declaredNames, hoistedNames } from "./bound-names";
import { nameUses } from "./name-uses";
import { childrenOf, isFunction, isNode, nameOf, nodesIn, type SyntaxNode } from "./syntax-node";

/** What a cell means to others. */
export interface CellRoles {
  /** Names that it leaves for others. */
  readonly declares: ReadonlySet<string>;
  /** Names of its own top level, of other cells or of the language. */
  readonly uses: ReadonlySet<string>;
  /** Names that hold imports: they never change. */
  readonly imports: ReadonlySet<string>;
  /** Names whose value a statement of the cell changes, or may. */
  readonly changes: ReadonlySet<string>;
  /** Names whose value depends on when it is asked: what they were given cannot be told from the code. */
  readonly restless: ReadonlySet<string>;
  /** Names that hold a function, with the names that its body uses. */
  readonly functions: ReadonlyMap<string, ReadonlySet<string>>;
  /** Functions that change what they are given. */
  readonly changers: ReadonlySet<string>;
  /** Functions that return, or may, what has a memory of its own. */
  readonly makers: ReadonlySet<string>;
  /** What functions are given, by their names. */
  readonly given: ReadonlyMap<string, ReadonlySet<string>>;
  /** Names whose values functions made, with these functions. */
  readonly made: ReadonlyMap<string, ReadonlySet<string>>;
  /** Whether it changes what no name tells: the language of messages, globals. */
  readonly isGlobal: boolean;
}

const changing = new Set(
  "push pop shift unshift splice sort reverse fill set add delete clear copyWithin next return throw assign defineProperty setPrototypeOf".split(
    " ",
  ),
);
const globals = new Set("globalThis self eval Function locale setInterval".split(" "));
/** Functions of the language that change nothing that they are given. */
const pure = new Set(
  "Math Array Object Number String Boolean BigInt JSON Float64Array Float32Array Int32Array Uint8Array Map Set Promise console structuredClone isNaN isFinite parseInt parseFloat Symbol Error RangeError TypeError Date performance Intl".split(
    " ",
  ),
);
/** What klab has that gives another answer each time. */
const restlessMaker = /^(?:seeded|progress|train[A-Z].*|random|now)$/;

/** The name at the root of `a.b[0].c`. */
function rootOf(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  if (node.type === "Identifier") return nameOf(node);
  return node.type === "MemberExpression" || node.type === "ChainExpression"
    ? rootOf(node.object ?? node.expression)
    : undefined;
}

const memberOf = (node: SyntaxNode): string | undefined =>
  node.type === "MemberExpression" && !node.computed ? nameOf(node.property) : undefined;

/** Every node below one, and itself. */
function* walk(node: SyntaxNode): Generator<SyntaxNode> {
  yield node;
  for (const child of childrenOf(node)) yield* walk(child);
}

const identifiersIn = (node: SyntaxNode): string[] =>
  [...walk(node)].filter(({ type }) => type === "Identifier").map(nameOf);

/** What the calls and assignments of a cell change, wherever they stand: a function's body counts as run. */
function changesOf(program: SyntaxNode): Set<string> {
  const changed = new Set<string>();
  const mark = (node: unknown): void => {
    const root = rootOf(node);
    if (root) changed.add(root);
  };
  for (const node of walk(program)) {
    const { type } = node;
    if (type === "AssignmentExpression") {
      const left = node.left as SyntaxNode;
      if (/Pattern/.test(left.type)) for (const name of boundNames(left)) changed.add(name);
      else mark(left);
    } else if (
      type === "UpdateExpression" ||
      (type === "UnaryExpression" && node.operator === "delete")
    ) {
      mark(node.argument);
    } else if (type === "CallExpression" || type === "NewExpression") {
      const callee = node.callee as SyntaxNode;
      const method = memberOf(callee);
      if (method !== undefined && changing.has(method)) {
        mark(callee.object);
        // Object.assign(a, …) changes what it is given.
        for (const argument of nodesIn(node, "arguments").slice(0, 1)) {
          if (rootOf(callee) === "Object") mark(argument);
        }
      }
      if (type === "CallExpression" && callee.type === "MemberExpression" && callee.computed)
        mark(callee.object);
    }
  }
  return changed;
}

/** Whether a value is what it is whenever it is asked, as far as the code tells; names in it are looked at elsewhere. */
function isSteady(node: SyntaxNode, imports: ReadonlySet<string>): boolean {
  const all = (nodes: readonly SyntaxNode[]): boolean =>
    nodes.every((one) => isSteady(one, imports));
  switch (node.type) {
    case "ClassExpression":
    case "YieldExpression":
    case "ImportExpression":
      return false;
    case "ArrowFunctionExpression":
    case "FunctionExpression":
      return !node.generator;
    case "CallExpression":
    case "NewExpression": {
      const callee = node.callee as SyntaxNode;
      const name = memberOf(callee) ?? rootOf(callee) ?? "";
      const root = rootOf(callee);
      const isKnown = root !== undefined && (imports.has(root) || pure.has(root));
      // What a class of the notebook's makes may change with each of its methods.
      if (restlessMaker.test(name) || (node.type === "NewExpression" && !isKnown)) return false;
      const isOfValue =
        callee.type === "MemberExpression" && isSteady(callee.object as SyntaxNode, imports);
      const isNamed = callee.type === "Identifier";
      return (isKnown || isOfValue || isNamed) && all(nodesIn(node, "arguments"));
    }
    default:
      return all(childrenOf(node));
  }
}

/** All that a function declares: its parameters, and what stands in it. */
const declaredIn = (node: SyntaxNode): Set<string> =>
  new Set(
    [...walk(node)].flatMap((part) => [
      ...(part.type === "VariableDeclarator" ? boundNames(part.id as SyntaxNode) : []),
      ...(isFunction(part) ? nodesIn(part, "params").flatMap(boundNames) : []),
    ]),
  );

const changesParameter = (node: SyntaxNode): boolean => {
  const parameters = new Set(nodesIn(node, "params").flatMap(boundNames));
  return [...changesOf(node)].some((name) => parameters.has(name));
};

/** Whether a function holds one that changes what lies outside of it. */
const remembers = (node: SyntaxNode): boolean =>
  [...walk(node)].some((inner) => {
    if (inner === node || !isFunction(inner)) return false;
    const own = declaredIn(inner);
    return [...changesOf(inner)].some((name) => !own.has(name));
  });

/** The functions that are called by name below a node, with the names in what they are given. */
function callsIn(node: SyntaxNode): Map<string, Set<string>> {
  const calls = new Map<string, Set<string>>();
  for (const part of walk(node)) {
    const callee = part.callee as SyntaxNode | undefined;
    if (!/^(?:Call|New)Expression$/.test(part.type) || callee?.type !== "Identifier") continue;
    const names = calls.get(nameOf(callee)) ?? new Set();
    for (const name of nodesIn(part, "arguments").flatMap(identifiersIn)) names.add(name);
    calls.set(nameOf(callee), names);
  }
  return calls;
}

/** Reads a cell's roles off its tree. */
export function cellRoles(program: SyntaxNode): CellRoles {
  const statements = nodesIn(program, "body").map((statement) =>
    statement.type === "ExportNamedDeclaration" && isNode(statement.declaration)
      ? statement.declaration
      : statement,
  );
  const imports = new Set(
    statements.filter(({ type }) => type === "ImportDeclaration").flatMap(declaredNames),
  );
  const restless = new Set<string>();
  const functions = new Map<string, ReadonlySet<string>>();
  const changers = new Set<string>();
  const makers = new Set<string>();
  const made = new Map<string, ReadonlySet<string>>();
  const addFunction = (name: string, node: SyntaxNode): void => {
    functions.set(name, new Set(identifiersIn(node)));
    if (changesParameter(node)) changers.add(name);
    if (remembers(node) || node.generator) makers.add(name);
  };
  for (const statement of statements) {
    if (statement.type === "ClassDeclaration") restless.add(nameOf(statement.id));
    if (statement.type === "FunctionDeclaration") {
      addFunction(nameOf(statement.id), statement);
      if (statement.generator) restless.add(nameOf(statement.id));
    }
    if (statement.type !== "VariableDeclaration") continue;
    for (const { id, init } of nodesIn(statement, "declarations")) {
      const names = boundNames(id as SyntaxNode);
      if (isNode(init) && !isSteady(init, imports)) for (const name of names) restless.add(name);
      if (isNode(init) && isFunction(init)) {
        for (const name of names) addFunction(name, init);
      } else if (isNode(init)) {
        for (const name of names) made.set(name, new Set(callsIn(init).keys()));
      }
    }
  }
  const uses = new Set(nameUses(program).map(({ name }) => name));
  return {
    declares: new Set([...statements.flatMap(declaredNames), ...statements.flatMap(hoistedNames)]),
    uses,
    imports,
    changes: changesOf(program),
    restless,
    functions,
    changers,
    makers,
    given: callsIn(program),
    made,
    isGlobal: [...uses].some((name) => globals.has(name)),
  };
}
