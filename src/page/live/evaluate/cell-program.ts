import { parse } from "acorn";
import { transform } from "sucrase";
import { CellError } from "./cell-error";
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
  const code = withoutTypes(source);
  return { code, program: treeOf(code) };
}
