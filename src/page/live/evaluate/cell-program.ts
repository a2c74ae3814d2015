import { parse } from "acorn";
import { transform } from "sucrase";
import { CellError } from "./cell-error";
import { plainStatements } from "./plain-statements";
import { refuseNamespaces } from "./refuse-namespaces";
import type { SyntaxNode } from "./syntax-node";

const placeOf = (error: unknown): number | undefined =>
  (error as { readonly loc?: { readonly line?: number } } | null)?.loc?.line;

function refuse(error: unknown): never {
  const line = placeOf(error);
  if (line === undefined) throw error;
  const reason = String((error as Error).message).replace(/\s*\(\d+:\d+\)$/, "");
  throw new CellError(
    `语法错误 / syntax error: ${reason.replace(/^Error parsing[^:]*: /, "")}`,
    line,
  );
}

function withoutTypes(source: string): string {
  try {
    return transform(source, {
      transforms: ["typescript"],
      disableESTransforms: true,
      keepUnusedImports: true,
    }).code;
  } catch (error) {
    return refuse(error);
  }
}

function treeOf(source: string): SyntaxNode {
  try {
    return parse(source, {
      ecmaVersion: 2024,
      sourceType: "module",
      allowAwaitOutsideFunction: true,
      locations: true,
    }) as unknown as SyntaxNode;
  } catch (error) {
    return refuse(error);
  }
}

export interface CellProgram {
  /** Without types; line n of it is line n of the cell. */
  readonly code: string;
  readonly program: SyntaxNode;
}

/** @throws CellError where the cell is no TypeScript */
export function cellProgram(source: string): CellProgram {
  if (source.startsWith("#!"))
    throw new CellError(
      "代码格不是文件，不能以#!开头 / a cell is no file and cannot begin with #!",
      1,
    );
  const code = withoutTypes(source);
  refuseNamespaces(source, code);
  const program = treeOf(code);
  const plain = plainStatements(code, program);
  return plain === code ? { code, program } : { code: plain, program: treeOf(plain) };
}
