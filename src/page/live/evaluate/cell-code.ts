import { declaredNames, hoistedNames } from "./bound-names";
import { endName, importName, scopeName } from "./cell-names";
import { cellProgram } from "./cell-program";
import { importCode } from "./import-code";
import { type NameUse, nameUses } from "./name-uses";
import { refuseWrites } from "./refuse-writes";
import { isNode, nameOf, nodesIn, type SyntaxNode } from "./syntax-node";
import { TextEdits } from "./text-edits";
import { varCode } from "./var-code";

/** What is known of the cells before. */
export interface EarlierNames {
  readonly names: ReadonlySet<string>;
  readonly constants: ReadonlySet<string>;
}

/** A cell as the body of an async function of `scopeName`, `importName`, `endName`; line n of it is line n of the cell. */
export interface CellCode {
  readonly text: string;
  /** What the cell declares, for cells after it. */
  readonly names: readonly string[];
  readonly constants: readonly string[];
}

/**
 * Turns a cell's TypeScript into the body of an async function.
 *
 * As tslab has it: variables of the top level, and all that earlier cells left, are members of one object that every
 * cell shares, so that a later cell may declare them again and functions see what is newest; functions, classes and
 * imports are the cell's own, and copied there. The value of a last expression is handed to `endName`.
 *
 * @throws CellError where the cell is no TypeScript, or writes to a constant
 */
export function cellCode(source: string, earlier: EarlierNames): CellCode {
  const { code, program } = cellProgram(source);
  const statements = nodesIn(program, "body").map((statement) =>
    statement.type === "ExportNamedDeclaration" && isNode(statement.declaration)
      ? statement.declaration
      : statement,
  );
  const uses = nameUses(program);
  const written = new Set(uses.filter((use) => use.written).map(({ name }) => name));
  const own = statements
    .filter(({ type }) => type !== "VariableDeclaration")
    .flatMap(declaredNames);
  const variables = [
    ...statements.filter(({ type }) => type === "VariableDeclaration").flatMap(declaredNames),
    ...statements.flatMap(hoistedNames),
  ];
  const constants = statements.filter(({ kind }) => kind === "const").flatMap(declaredNames);
  const declared = new Set([...variables, ...own]);
  const isConstant = (name: string): boolean =>
    declared.has(name) ? constants.includes(name) : earlier.constants.has(name);
  refuseWrites({ code, statements, uses, isConstant });

  const edits = new TextEdits(code);
  const functions = statements
    .filter(({ type }) => type === "FunctionDeclaration")
    .flatMap(declaredNames);
  edits.insert(0, functions.map((name) => `${scopeName}.${name}=${name};`).join(""));
  const last = statements.at(-1);
  const used = new Set(uses.map(({ name }) => name));
  for (const statement of statements) {
    if (statement.type === "ImportDeclaration") {
      const { start, end } = statement;
      edits.replace(
        start,
        end,
        importCode(statement, (name) => used.has(name)),
      );
    } else writeStatement(statement, edits, statement === last);
  }
  varCode(program, edits);
  for (const { start } of dynamicImports(program)) {
    edits.replace(start, start + "import".length, importName);
  }
  const shared = new Set([...earlier.names, ...variables, ...own.filter((n) => written.has(n))]);
  for (const name of own) if (!written.has(name)) shared.delete(name);
  const atStart = statementStarts(program, last);
  for (const use of uses) {
    if (shared.has(use.name)) writeUse(use, edits, atStart);
  }
  return { text: edits.apply(), names: [...declared], constants };
}

function writeStatement(statement: SyntaxNode, edits: TextEdits, isLast: boolean): void {
  const { type, start, end } = statement;
  if (type === "ClassDeclaration") {
    const name = nameOf(statement.id);
    edits.insert(end, `;${scopeName}.${name}=${name};`);
  }
  if (type === "ExpressionStatement" && isLast && statement.directive !== "use strict") {
    const { expression } = statement as unknown as { readonly expression: SyntaxNode };
    edits.insert(start, `;${endName}((`);
    edits.insert(expression.end, "))");
    // A bracket around the whole expression lies outside it.
    const outside = edits.source.slice(expression.end, end).replace(/;$/, "");
    if (outside.trim() !== "") edits.replace(expression.end, expression.end + outside.length, "");
    const before = edits.source.slice(start, expression.start);
    if (before.trim() !== "") edits.replace(start, expression.start, "");
  }
}

/** `import(…)`: no engine gets to see one, a cell has the page's modules alone. */
function dynamicImports(node: SyntaxNode): SyntaxNode[] {
  const inner = Object.values(node).flat().filter(isNode).flatMap(dynamicImports);
  return node.type === "ImportExpression" ? [node, ...inner] : inner;
}

const inLists = (node: SyntaxNode): readonly SyntaxNode[] => {
  if (/^(?:Program|BlockStatement|StaticBlock)$/.test(node.type)) return nodesIn(node, "body");
  return node.type === "SwitchCase" ? nodesIn(node, "consequent") : [];
};

/** Where expressions begin a line that might be read on with the one before. */
function statementStarts(program: SyntaxNode, last: SyntaxNode | undefined): ReadonlySet<number> {
  const starts = new Set<number>();
  const walk = (node: SyntaxNode): void => {
    for (const child of inLists(node)) {
      if (child.type === "ExpressionStatement" && child !== last) starts.add(child.start);
    }
    for (const value of Object.values(node).flat()) if (isNode(value)) walk(value);
  };
  walk(program);
  return starts;
}

function writeUse(use: NameUse, edits: TextEdits, atStart: ReadonlySet<number>): void {
  const { name, start, end, shorthand, called } = use;
  const member = `${scopeName}.${name}`;
  if (shorthand) edits.replace(start, end, `${name}:${member}`);
  else if (called) edits.replace(start, end, `${atStart.has(start) ? ";" : ""}(0,${member})`);
  else edits.replace(start, end, member);
}
