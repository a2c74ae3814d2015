import { boundNames, declaredNames, hoistedNames } from "./bound-names";
import { type CellChanges, cellChanges } from "./cell-changes";
import { nameUses } from "./name-uses";
import {
  childrenOf,
  isFunction,
  isNode,
  nameOf,
  nodesIn,
  type SyntaxNode,
  walk,
} from "./syntax-node";
import { memberOf, pure, rootOf } from "./ties-of";

/** What a cell means to others. */
export interface CellRoles {
  /** Names that it leaves for others. */
  readonly declares: ReadonlySet<string>;
  /** Names of its own top level, of other cells or of the language. */
  readonly uses: ReadonlySet<string>;
  /** Names that hold imports: they never change. */
  readonly imports: ReadonlySet<string>;
  /** What a statement of the cell changes, or may. */
  readonly changes: CellChanges;
  /** Names whose value depends on when it is asked: what they were given cannot be told from the code. */
  readonly restless: ReadonlySet<string>;
  /** Names that hold a function, with the names that its body uses. */
  readonly functions: ReadonlyMap<string, ReadonlySet<string>>;
  /** Functions that change what they are given. */
  readonly changers: ReadonlySet<string>;
  /** Functions, and those that they hand on what they are given. */
  readonly handing: ReadonlyMap<string, ReadonlySet<string>>;
  /** Functions and classes that make, or may, what has a memory of its own. */
  readonly makers: ReadonlySet<string>;
  /** What functions are given, by their names. */
  readonly given: ReadonlyMap<string, ReadonlySet<string>>;
  /** Names whose values functions made, with these functions. */
  readonly made: ReadonlyMap<string, ReadonlySet<string>>;
  /** Whether it changes what no name tells: the language of messages, globals. */
  readonly isGlobal: boolean;
}

const globals = new Set(
  "globalThis self eval Function locale setInterval setTimeout queueMicrotask".split(" "),
);
/** Methods that return what is read once. */
const iterators = /^(?:values|keys|entries|matchAll)$/;
/** What klab has that gives another answer each time. */
const restlessMaker = /^(?:seeded|progress|train[A-Z].*|random|now)$/;

const identifiersIn = (node: SyntaxNode): string[] =>
  [...walk(node)].filter(({ type }) => type === "Identifier").map(nameOf);

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
      return true;
    case "FunctionExpression":
      // A method may change its object.
      return !node.generator && ![...walk(node)].some(({ type }) => type === "ThisExpression");
    case "CallExpression":
    case "NewExpression": {
      const callee = node.callee as SyntaxNode;
      const name = memberOf(callee) ?? rootOf(callee) ?? "";
      const root = rootOf(callee);
      const isKnown = root !== undefined && (imports.has(root) || pure.has(root));
      // What a class of the notebook's makes may change with each of its methods.
      if (iterators.test(name) && root !== "Object") return false;
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

const parametersOf = (node: SyntaxNode): readonly string[] =>
  nodesIn(node, "params").flatMap(boundNames);

const functionsIn = (node: SyntaxNode): SyntaxNode[] => [...walk(node)].filter(isFunction);

/** Whether a function holds one that changes what lies outside of it. */
const remembers = (node: SyntaxNode, imports: ReadonlySet<string>): boolean =>
  functionsIn(node).some((inner) => {
    if (inner === node) return false;
    const own = declaredIn(inner);
    const { assigned, changed } = cellChanges(inner, imports);
    return [...assigned, ...changed.keys()].some((name) => !own.has(name));
  });

/** The functions that are called or handed over by name below a node, with the names that stand in the calls. */
function callsIn(node: SyntaxNode): Map<string, Set<string>> {
  const calls = new Map<string, Set<string>>();
  for (const part of walk(node)) {
    if (!/^(?:Call|New)Expression$/.test(part.type)) continue;
    const callee = rootOf(part.callee);
    const given = nodesIn(part, "arguments");
    const names = [...(callee === undefined ? [] : [callee]), ...given.flatMap(identifiersIn)];
    const called = [callee, ...given.map(rootOf)].filter((name) => name !== undefined);
    for (const name of called) calls.set(name, new Set([...(calls.get(name) ?? []), ...names]));
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
  const handing = new Map<string, ReadonlySet<string>>();
  const makers = new Set<string>();
  const made = new Map<string, ReadonlySet<string>>();
  const addFunction = (name: string, node: SyntaxNode): void => {
    functions.set(name, new Set(identifiersIn(node)));
    for (const one of functionsIn(node)) {
      const parameters = new Set(parametersOf(one));
      if ([...cellChanges(one, imports).changed.keys()].some((own) => parameters.has(own)))
        changers.add(name);
      for (const [called, given] of callsIn(one)) {
        if (![...given].some((own) => parameters.has(own))) continue;
        handing.set(name, new Set([...(handing.get(name) ?? []), called]));
      }
    }
    if (remembers(node, imports) || node.generator) makers.add(name);
  };
  for (const statement of statements) {
    if (statement.type === "ClassDeclaration") {
      restless.add(nameOf(statement.id));
      makers.add(nameOf(statement.id));
    }
    if (statement.type === "FunctionDeclaration") {
      addFunction(nameOf(statement.id), statement);
      if (statement.generator) restless.add(nameOf(statement.id));
    }
    if (statement.type !== "VariableDeclaration") continue;
    for (const { id, init } of nodesIn(statement, "declarations")) {
      const names = boundNames(id as SyntaxNode);
      if (isNode(init) && !isSteady(init, imports)) for (const name of names) restless.add(name);
      if (isNode(init) && /Function|^(?:Object|Array)Expression$/.test(init.type)) {
        if (functionsIn(init).length === 0) continue;
        for (const name of names) addFunction(name, init);
      } else if (isNode(init)) {
        for (const name of names) made.set(name, new Set(callsIn(init).keys()));
      }
    }
  }
  const changes = cellChanges(program, imports);
  const uses = new Set(nameUses(program).map(({ name }) => name));
  return {
    declares: new Set([...statements.flatMap(declaredNames), ...statements.flatMap(hoistedNames)]),
    uses,
    imports,
    changes,
    restless,
    functions,
    changers,
    handing,
    makers,
    given: callsIn(program),
    made,
    isGlobal:
      [...uses].some((name) => globals.has(name)) ||
      [...changes.changed.keys()].some((name) => pure.has(name)),
  };
}
