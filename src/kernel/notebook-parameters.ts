import { createRequire } from "node:module";
import { type Cell, hasTag, joinText, type Notebook } from "../notebook/nbformat";
import { findTslab } from "./find-tslab";

/** name → value as JavaScript source. */
export type Parameters = ReadonlyMap<string, string>;

/** Parameters that a notebook does not have, or that are no parameters. */
export class ParameterError extends Error {
  override readonly name: string = "ParameterError";
}

type TypeScript = Pick<
  typeof import("typescript"),
  "createSourceFile" | "isIdentifier" | "isVariableStatement" | "ScriptTarget"
>;

/** A value is JSON, else text as it stands; NaN and the infinities, which JSON has not, are numbers too. */
export function parameterLiteral(text: string): string {
  if (/^(?:NaN|-?Infinity|undefined)$/.test(text)) return text;
  try {
    const value: unknown = JSON.parse(text);
    // A number as it was typed: JSON.parse would round 12345678901234567890 before anybody asks.
    return typeof value === "number" ? text.trim() : JSON.stringify(value);
  } catch {
    return JSON.stringify(text);
  }
}

/**
 * `name=value` for each parameter.
 *
 * @throws ParameterError for one that has no name, or a name twice
 */
export function readParameters(settings: readonly string[]): Parameters {
  const parameters = new Map<string, string>();
  for (const setting of settings) {
    const [, name, value] = /^([\p{ID_Start}$_][\p{ID_Continue}$]*)=(.*)$/su.exec(setting) ?? [];
    if (name === undefined || value === undefined) {
      throw new ParameterError(`-p ${setting}: 应为 名字=值 / must be name=value`);
    }
    if (parameters.has(name)) {
      throw new ParameterError(`-p ${name}: 给了两次 / given twice`);
    }
    parameters.set(name, parameterLiteral(value));
  }
  return parameters;
}

interface Declared {
  /** Where the value stands in the source, or where it is to be put. */
  readonly from: number;
  readonly to: number;
  readonly hasValue: boolean;
}

/**
 * The notebook with other values in its cells tagged `parameters`: `const n = 100` becomes `const n = 5`, so that the
 * cell itself tells what was run, and what it derives from n follows.
 *
 * @throws ParameterError where no such cell declares a name, naming those that are declared
 */
export function withParameters(
  notebook: Notebook,
  parameters: Parameters,
  folder: string,
): Notebook {
  if (parameters.size === 0) return notebook;
  const typescript = loadTypeScript(folder);
  const known = new Set<string>();
  const cells = notebook.cells.map((cell): Cell => {
    if (cell.cell_type !== "code" || !hasTag(cell, "parameters")) return cell;
    const source = joinText(cell.source);
    const declared = declarations(typescript, source);
    for (const name of declared.keys()) known.add(name);
    return { ...cell, source: replaced(source, declared, parameters) };
  });
  const unknown = [...parameters.keys()].filter((name) => !known.has(name));
  if (unknown.length > 0)
    throw new ParameterError(unknownParameters(unknown, [...known], notebook));
  return { ...notebook, cells };
}

function unknownParameters(
  unknown: readonly string[],
  known: readonly string[],
  { cells }: Notebook,
): string {
  const names = unknown.join(", ");
  if (!cells.some((cell) => hasTag(cell, "parameters"))) {
    return `没有标有 parameters 的单元格，-p ${names} 无处可放 / no cell is tagged parameters, there is no place for -p ${names}`;
  }
  const there = known.length > 0 ? known.join(", ") : "—";
  return `参数单元格没有声明 ${names}；有的是 ${there} / the parameters cell does not declare ${names}; it declares ${there}`;
}

function replaced(
  source: string,
  declared: ReadonlyMap<string, Declared>,
  parameters: Parameters,
): string {
  const places = [...declared]
    .flatMap(([name, place]) => {
      const value = parameters.get(name);
      return value === undefined ? [] : [{ ...place, value }];
    })
    .sort((a, b) => b.from - a.from); // from the end, so that places before stay where they are
  return places.reduce(
    (text, { from, to, hasValue, value }) =>
      `${text.slice(0, from)}${hasValue ? value : ` = ${value}`}${text.slice(to)}`,
    source,
  );
}

/** What the top level of a cell declares with const, let or var. */
function declarations(typescript: TypeScript, source: string): Map<string, Declared> {
  const { createSourceFile, isIdentifier, isVariableStatement, ScriptTarget } = typescript;
  const file = createSourceFile("cell.ts", source, ScriptTarget.Latest, true);
  const found = new Map<string, Declared>();
  for (const statement of file.statements) {
    if (!isVariableStatement(statement)) continue;
    for (const { name, initializer, end } of statement.declarationList.declarations) {
      if (!isIdentifier(name)) continue;
      const from = initializer?.getStart(file) ?? end;
      found.set(name.text, {
        from,
        to: initializer?.end ?? end,
        hasValue: initializer !== undefined,
      });
    }
  }
  return found;
}

/** tslab's own TypeScript: it will read the cell. */
function loadTypeScript(folder: string): TypeScript {
  return createRequire(findTslab(folder).script)("@tslab/typescript-for-tslab") as TypeScript;
}
