import { boundNames } from "./bound-names";
import { childrenOf, isFunction, nameOf, nodesIn, type SyntaxNode } from "./syntax-node";
import { memberOf, rootOf, spread, type Tie, type Ties, tied, tiesOf, words } from "./ties-of";

/** Methods that change what they are called on. */
const changing = words(
  "push pop shift unshift splice sort reverse fill set add delete clear copyWithin next return throw assign defineProperty defineProperties setPrototypeOf",
);
/** Of these, the functions of `Object` and `Reflect` that change what they are given first. */
const changesFirst = words("assign defineProperty defineProperties setPrototypeOf set");
/** What a piece of code changes. */
export interface CellChanges {
  /** Names that get another value. */
  readonly assigned: ReadonlySet<string>;
  /** Names whose object changes, or what lies in it; whether what lies in it may. */
  readonly changed: ReadonlyMap<string, boolean>;
  /** For each name the names whose objects it may be, hold or lie in. */
  readonly ties: ReadonlyMap<string, Ties>;
}

/** Every node below one that is in no function within it; such a function, and nothing of it. */
function* walkOwn(node: SyntaxNode): Generator<SyntaxNode> {
  for (const child of childrenOf(node)) {
    yield child;
    if (!isFunction(child)) yield* walkOwn(child);
  }
}

const ownNames = (node: SyntaxNode): Set<string> =>
  new Set(
    [
      ...nodesIn(node, "params"),
      ...[...walkOwn(node)]
        .filter(({ type }) => type === "VariableDeclarator")
        .map(({ id }) => id as SyntaxNode),
    ].flatMap(boundNames),
  );

/**
 * Reads what code changes, wherever it stands: a function's body counts as run. What a function within it declares is
 * its own.
 *
 * @param given what the parameters are tied to, where the code is a function that is handed over
 */
export function cellChanges(
  node: SyntaxNode,
  imports: ReadonlySet<string>,
  given: Ties = [],
): CellChanges {
  const assigned = new Set<string>();
  const changed = new Map<string, boolean>();
  const ties = new Map<string, [string, Tie][]>();
  const handed = new Map<SyntaxNode, Ties>();
  const of = (one: unknown): Ties => tiesOf(one, imports);
  const tie = (names: readonly string[], to: Ties): void => {
    for (const name of names) {
      const known = ties.get(name) ?? [];
      known.push(...to.map(([other, how]): [string, Tie] => [other, how]));
      ties.set(name, known);
    }
  };
  const bind = (pattern: SyntaxNode, to: Ties): void =>
    tie(boundNames(pattern), pattern.type === "Identifier" ? to : tied(to, "from"));
  const mark = (name: string, isDeep: boolean): void => {
    changed.set(name, changed.get(name) === true || isDeep);
  };
  const change = (object: unknown): void => {
    for (const [name, how] of of(object)) if (how !== "copy") mark(name, how === "from");
  };
  const hold = (object: unknown, to: Ties): void => {
    for (const [name] of of(object)) tie([name], tied(to, "copy"));
  };
  const write = (target: SyntaxNode): void => {
    if (target.type === "MemberExpression") change(target.object);
    else if (target.type === "Identifier") assigned.add(nameOf(target));
    else if (target.type === "Property") write(target.value as SyntaxNode);
    else if (target.type === "AssignmentPattern") write(target.left as SyntaxNode);
    else for (const part of childrenOf(target)) write(part);
  };
  const readCall = (call: SyntaxNode): void => {
    const callee = call.callee as SyntaxNode;
    const given = nodesIn(call, "arguments");
    const method = memberOf(callee) ?? "";
    const object = callee.type === "MemberExpression" ? callee.object : undefined;
    const isOfLanguage = /^(?:Object|Reflect)$/.test(rootOf(callee) ?? "");
    if (isOfLanguage) {
      if (changesFirst.has(method)) change(given[0]);
    } else if (changing.has(method)) {
      change(object);
      hold(object, given.flatMap(of));
    } else if (callee.computed) change(object);
    // What a function gets that is handed over comes from what else stands in the call.
    const others = tied([object, ...given].flatMap(of), "from");
    for (const one of given.filter(isFunction)) handed.set(one, others);
  };
  /** What a function changes that is not its own. */
  const readFunction = (inner: SyntaxNode): void => {
    const own = ownNames(inner);
    const changes = cellChanges(inner, imports, handed.get(inner));
    for (const name of changes.assigned) if (!own.has(name)) assigned.add(name);
    for (const [name, isDeep] of changes.changed) if (!own.has(name)) mark(name, isDeep);
    for (const name of changes.ties.keys()) {
      if (own.has(name)) continue;
      const reached = [...spread(new Map([[name, true]]), changes.ties).keys()];
      tie(
        [name],
        reached.filter((other) => other !== name && !own.has(other)).map((o) => [o, "from"]),
      );
    }
  };
  const read = (part: SyntaxNode): void => {
    const { type } = part;
    if (isFunction(part)) readFunction(part);
    else if (type === "VariableDeclarator") bind(part.id as SyntaxNode, of(part.init));
    else if (
      type === "UpdateExpression" ||
      (type === "UnaryExpression" && part.operator === "delete")
    )
      write(part.argument as SyntaxNode);
    else if (type === "CallExpression" || type === "NewExpression") readCall(part);
    else if (type === "AssignmentExpression") {
      const left = part.left as SyntaxNode;
      write(left);
      if (left.type === "MemberExpression") hold(left.object, of(part.right));
      else bind(left, of(part.right));
    } else if (type === "ForOfStatement" || type === "ForInStatement") {
      const left = part.left as SyntaxNode;
      const [declared] = nodesIn(left, "declarations");
      if (!declared) write(left);
      bind(declared ? (declared.id as SyntaxNode) : left, tied(of(part.right), "from"));
    }
  };
  for (const parameter of nodesIn(node, "params")) bind(parameter, given);
  for (const part of walkOwn(node)) read(part);
  return { assigned, changed: spread(changed, ties), ties };
}
