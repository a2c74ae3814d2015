import { CellError } from "./cell-error";
import type { NameUse } from "./name-uses";
import { isNode, nodesIn, type SyntaxNode } from "./syntax-node";

/** A cell's code, and what is written to in it. */
export interface Writes {
  readonly code: string;
  readonly statements: readonly SyntaxNode[];
  readonly uses: readonly NameUse[];
  readonly isConstant: (name: string) => boolean;
}

const lineOf = (source: string, at: number): number => source.slice(0, at).split("\n").length;

/** Where the names of a pattern stand. */
function targetsOf(pattern: SyntaxNode): number[] {
  if (pattern.type === "Identifier") return [pattern.start];
  const inner =
    pattern.type === "ObjectPattern"
      ? nodesIn(pattern, "properties").map(({ value, argument }) => value ?? argument)
      : pattern.type === "ArrayPattern"
        ? nodesIn(pattern, "elements")
        : [pattern.left ?? pattern.argument];
  return inner.filter(isNode).flatMap(targetsOf);
}

/**
 * Lets no cell write to a constant: as members of one object, constants would let it.
 *
 * @throws CellError with the line of the first such write
 */
export function refuseWrites({ code, statements, uses, isConstant }: Writes): void {
  const declarations = new Set(
    statements
      .filter(({ type }) => type === "VariableDeclaration")
      .flatMap((statement) => nodesIn(statement, "declarations"))
      .flatMap(({ id }) => targetsOf(id as SyntaxNode)),
  );
  for (const { name, written, start } of uses) {
    if (!written || declarations.has(start) || !isConstant(name)) continue;
    throw new CellError(
      `${name}是常量（const），不能再赋值；要改它，用let声明 / ${name} is a constant: declare it with let to assign to it`,
      lineOf(code, start),
    );
  }
}
