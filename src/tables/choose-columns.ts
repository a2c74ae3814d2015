import { shapeError } from "../words/errors";
import { type ColumnKind, columnKinds } from "./column-kind";
import type { CellChoice, ColumnPlan, KindFrom } from "./column-plan";
import { columnProblem } from "./column-problem";
import { type EngineColumn, type TableEngine, timeUnits } from "./engine";

/** Names of columns, or the kind of each. */
export type ChosenColumns = readonly string[] | Readonly<Record<string, ColumnKind>>;

/** A column that cannot be compared, and why. */
interface RefusedColumn {
  readonly name: string;
  readonly problem: string;
  readonly at: number;
}

interface Chosen {
  readonly plans: readonly (ColumnPlan & { readonly at: number })[];
  readonly refused: readonly RefusedColumn[];
}

/**
 * Which columns are compared, of which kind, and which cannot be.
 *
 * `isText` says that a side is a file of texts (CSV), whose types the engine has guessed.
 */
export async function chooseColumns(
  caller: string,
  options: {
    readonly columns?: unknown;
    readonly cells?: Readonly<Record<string, CellChoice>>;
  },
  relations: { readonly p: string; readonly q: string },
  engine: TableEngine,
  isText: boolean,
): Promise<Chosen> {
  const wanted = wantedColumns(caller, options.columns);
  const choices = checkedCells(caller, options.cells ?? {});
  const [ofP, ofQ] = [
    await columnsOf("p", relations.p, engine),
    await columnsOf("q", relations.q, engine),
  ];
  const names = wanted ? [...wanted.keys()] : [...new Set([...ofP.keys(), ...ofQ.keys()])];
  const plans: (ColumnPlan & { at: number })[] = [];
  const refused: RefusedColumn[] = [];
  for (const [at, name] of names.entries()) {
    const types = { p: ofP.get(name), q: ofQ.get(name) };
    const found = kindOf(types, wanted?.get(name), engine, isText);
    if ("zh" in found) {
      refused.push({ name, at, problem: columnProblem(name, found.zh, found.en) });
      continue;
    }
    const choice = choices.get(name) ?? {};
    plans.push({ name, at, ...found, types: types as ColumnPlan["types"], choice });
  }
  const unknown = [...choices.keys()].filter((name) => !names.includes(name));
  if (unknown.length > 0) {
    throw shapeError(
      caller,
      `options.cells 里的 ${unknown.join(", ")} 不是要比较的列；列有 ${names.join(", ")}`,
      `options.cells names ${unknown.join(", ")}, which are not compared; columns are ${names.join(", ")}`,
    );
  }
  return { plans, refused };
}

async function columnsOf(
  side: "p" | "q",
  relation: string,
  { dialect, query }: TableEngine,
): Promise<Map<string, string>> {
  let columns: readonly EngineColumn[];
  try {
    columns = await dialect.columns(relation, query);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new Error(
      `compareTables: 读不到 options.${side}，请检查文件、表名或查询 / options.${side} cannot be read, check the file, the table or the query: ${message}`,
      { cause: error },
    );
  }
  return new Map(columns.map(({ name, type }) => [name, type]));
}

interface Found {
  readonly kind: ColumnKind;
  readonly kindFrom: KindFrom;
}

/** The type of a column that holds nothing but untyped NULLs. */
const isVoid = (type: string): boolean => /^(?:void|unknown|"null"|null)$/i.test(type);

interface Problem {
  readonly zh: string;
  readonly en: string;
}

function kindOf(
  types: { readonly p?: string; readonly q?: string },
  wanted: ColumnKind | undefined,
  { dialect }: TableEngine,
  isText: boolean,
): Found | Problem {
  for (const side of ["p", "q"] as const) {
    if (types[side] !== undefined) continue;
    return {
      zh: `${side} 没有这一列；请检查列名，或用 { query } 改名`,
      en: `${side} has no such column; check its name, or rename it by { query }`,
    };
  }
  const { p, q } = types as ColumnPlan["types"];
  if (wanted) return { kind: wanted, kindFrom: "user" };
  const [a, b] = [dialect.kind(p), dialect.kind(q)];
  const [ofVoid] = [isVoid(p) ? b : undefined, isVoid(q) ? a : undefined].filter(Boolean);
  if (ofVoid) return { kind: ofVoid, kindFrom: "guess" };
  if (a === undefined || b === undefined) {
    const [side, type] = a === undefined ? ["p", p] : ["q", q];
    return {
      zh: `${side} 的类型是 ${type}，不会切格；请用 { query } 换成数、文字或时间，或说 columns: { 列名: "category" }`,
      en: `its type in ${side} is ${type}, which has no cells; make it a number, a text or a time by { query }, or say columns: { name: "category" }`,
    };
  }
  if (a !== b) {
    return {
      zh: `两边的类型不同：p 是 ${p}，q 是 ${q}；请用 { query } 换成一样的，或用 columns: { 列名: 种类 } 说明`,
      en: `types differ: ${p} in p, ${q} in q; make them alike by { query }, or say which kind by columns: { name: kind }`,
    };
  }
  return { kind: a, kindFrom: isText && a !== "category" ? "guess" : "type" };
}

function wantedColumns(
  caller: string,
  given: unknown,
): Map<string, ColumnKind | undefined> | undefined {
  if (given === undefined) return undefined;
  if (Array.isArray(given) && given.length > 0 && given.every((name) => typeof name === "string")) {
    return new Map(given.map((name) => [name, undefined]));
  }
  const isRecord = Object.prototype.toString.call(given) === "[object Object]";
  const entries = isRecord ? Object.entries(given as object) : [];
  if (entries.length > 0 && entries.every(([, kind]) => columnKinds.includes(kind))) {
    return new Map(entries);
  }
  const kinds = columnKinds.join(", ");
  throw shapeError(
    caller,
    `options.columns 应为列名的数组，或 { 列名: 种类 }，种类是 ${kinds} 之一`,
    `options.columns must be an array of names, or { name: kind } with a kind of ${kinds}`,
  );
}

const isCount = (x: unknown, least: number): boolean =>
  Number.isSafeInteger(x) && (x as number) >= least && (x as number) <= 1000;
const isAscending = (x: unknown): boolean =>
  Array.isArray(x) &&
  x.length > 0 &&
  x.every((at, i) => Number.isFinite(at) && (i === 0 || at > x[i - 1]));

const rules: Readonly<
  Record<string, { accepts: (x: unknown) => boolean; zh: string; en: string }>
> = {
  edges: { accepts: isAscending, zh: "递增的有限数", en: "finite numbers, ascending" },
  count: { accepts: (x) => isCount(x, 2), zh: "2到1000的整数", en: "an integer from 2 to 1000" },
  top: { accepts: (x) => isCount(x, 1), zh: "1到1000的整数", en: "an integer from 1 to 1000" },
  unit: {
    accepts: (x) => (timeUnits as readonly unknown[]).includes(x),
    zh: `${timeUnits.join("、")}之一`,
    en: `one of ${timeUnits.join(", ")}`,
  },
};

function checkedCells(caller: string, given: unknown): Map<string, CellChoice> {
  const isRecord = (x: unknown): x is Record<string, unknown> =>
    Object.prototype.toString.call(x) === "[object Object]";
  if (!isRecord(given)) {
    throw shapeError(
      caller,
      "options.cells 应为 { 列名: { count: 20 } } 这样的对象",
      "options.cells must be an object such as { name: { count: 20 } }",
    );
  }
  for (const [name, choice] of Object.entries(given)) {
    const wrong = isRecord(choice)
      ? Object.entries(choice).find(([key, value]) => !rules[key]?.accepts(value))
      : ["", choice];
    if (!wrong) continue;
    const rule = rules[String(wrong[0])];
    throw shapeError(
      caller,
      rule
        ? `options.cells[${JSON.stringify(name)}].${wrong[0]} 应为${rule.zh}`
        : `options.cells[${JSON.stringify(name)}] 可用的有 ${Object.keys(rules).join(", ")}`,
      rule
        ? `options.cells[${JSON.stringify(name)}].${wrong[0]} must be ${rule.en}`
        : `options.cells[${JSON.stringify(name)}] takes ${Object.keys(rules).join(", ")}`,
    );
  }
  return new Map(Object.entries(given)) as Map<string, CellChoice>;
}
