import { CellError } from "./cell-error";
import { isNode, nodesIn, type SyntaxNode, walk } from "./syntax-node";

const lineOf = ({ loc }: SyntaxNode): number =>
  (loc as { readonly start: { readonly line: number } }).start.line;

/** What only a file may say: an engine that reads a cell would refuse it without telling the line. */
function refuseFiles(program: SyntaxNode): void {
  for (const node of walk(program)) {
    if (node.type === "MetaProperty" && isNode(node.meta) && node.meta.name === "import")
      throw new CellError(
        "import.meta：代码格不是文件，没有地址 / import.meta: a cell is no file and has no address",
        lineOf(node),
      );
    if (node.type === "ExportAllDeclaration" || (/^Export/.test(node.type) && isNode(node.source)))
      throw new CellError(
        "export … from：代码格不能转出别的模块，用import / export … from: a cell cannot export from another module, use import",
        lineOf(node),
      );
  }
}

const blank = (text: string): string => text.replace(/[^\n]/g, " ");

/** A statement as it would stand without its `export`; undefined where it stays as it is. */
function withoutExport(
  { type, start, end, declaration }: SyntaxNode,
  code: string,
): string | undefined {
  if (type === "ExportNamedDeclaration") {
    if (!isNode(declaration)) return blank(code.slice(start, end));
    if (declaration.type === "VariableDeclaration") return undefined;
    return blank(code.slice(start, declaration.start)) + code.slice(declaration.start, end);
  }
  if (type !== "ExportDefaultDeclaration" || !isNode(declaration)) return undefined;
  const before = blank(code.slice(start, declaration.start));
  const value = code.slice(declaration.start, declaration.end);
  const isNamed = /Declaration$/.test(declaration.type) && isNode(declaration.id);
  // Nobody imports it: it is reckoned, and not shown.
  if (isNamed) return before + value;
  // Of a value in brackets the last line may be behind it.
  return `${before};void(${value});${blank(code.slice(declaration.end, end))}`;
}

/**
 * A cell's code without what only files have: what it exports is declared all the same, as in a kernel. No line moves.
 *
 * @throws CellError where the cell asks for what a cell cannot have
 */
export function plainStatements(code: string, program: SyntaxNode): string {
  refuseFiles(program);
  let text = "";
  let at = 0;
  for (const statement of nodesIn(program, "body")) {
    const plain = withoutExport(statement, code);
    if (plain === undefined) continue;
    text += code.slice(at, statement.start) + plain;
    at = statement.end;
  }
  return text + code.slice(at);
}
