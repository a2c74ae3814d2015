import { isRecord } from "../words/is-record";
import { namesNotDeclared, withNumbers } from "../words/with-numbers";
import { type Cell, joinText, type Notebook } from "./nbformat";

/** The least and the greatest that a metric may be. */
export type Band = readonly [low: number, high: number];

/** name → its band. */
export type Bands = Readonly<Record<string, Band>>;

/** What a training cell says of itself in its metadata, under `klab`. */
export interface TrainingMarks {
  /** What it prints, and how much each may be. */
  readonly metrics?: Bands;
  /** The values of a small run, by the constants of the cell. */
  readonly small?: Readonly<Record<string, number>>;
  /** As `metrics`, of a small run. */
  readonly smallMetrics?: Bands;
}

const names = ["metrics", "small", "smallMetrics"] as const;

/** `"klab": { "metrics": … }`, or `"klab.metrics": …`. */
function declared({ metadata }: Cell): Readonly<Record<string, unknown>> {
  const dotted = Object.entries(metadata).flatMap(([key, value]) =>
    key.startsWith("klab.") ? [[key.slice("klab.".length), value]] : [],
  );
  const inner = isRecord(metadata.klab) ? metadata.klab : {};
  return { ...Object.fromEntries(dotted), ...inner };
}

const isBand = (value: unknown): value is Band =>
  Array.isArray(value) &&
  value.length === 2 &&
  value.every((end) => typeof end === "number" && Number.isFinite(end)) &&
  value[0] <= value[1];

const isFilled = (value: unknown): value is Readonly<Record<string, unknown>> =>
  isRecord(value) && Object.keys(value).length > 0;

function bandsProblem(name: string, value: unknown): string | undefined {
  const right = isFilled(value) && Object.keys(value).every((metric) => metric.trim() !== "");
  const wrong = right ? Object.entries(value).find(([, band]) => !isBand(band)) : [name, value];
  if (!wrong) return undefined;
  const which = right ? `klab.${name}: ${wrong[0]}` : `klab.${name}`;
  return right
    ? `${which} 的范围应为[下限, 上限]，两个有限的数，下限不大于上限 / the band must be [low, high], two finite numbers, low at most high: ${JSON.stringify(wrong[1])}`
    : `${which} 应为 { 名字: [下限, 上限] }，至少一个 / must be { name: [low, high] }, at least one: ${JSON.stringify(value)}`;
}

function smallProblem(cell: Cell, value: unknown): string | undefined {
  const isNumbers =
    isFilled(value) &&
    Object.values(value).every((number) => typeof number === "number" && Number.isFinite(number));
  if (!isNumbers) {
    return `klab.small 应为 { 名字: 数 }，至少一个，数都有限 / klab.small must be { name: number }, at least one, all finite: ${JSON.stringify(value)}`;
  }
  const missing = namesNotDeclared(
    joinText(cell.source),
    value as Readonly<Record<string, number>>,
  ).join(", ");
  return missing === ""
    ? undefined
    : `klab.small: 这一格没有在顶层写 const ${missing} = 数; / the cell does not declare const ${missing} = number; at its top level`;
}

const plain = (name: string): string => name.toLowerCase().replace(/[^a-z]|s$/g, "");

/** What is wrong with what a cell's metadata says of its training; a name that is nearly one of ours is, too. */
export function trainingProblem(cell: Cell): string | undefined {
  const marks = declared(cell);
  const near = Object.keys(marks).flatMap((key) => {
    const meant = names.find((name) => name !== key && plain(name) === plain(key));
    return meant && !names.some((name) => name === key) ? [[key, meant]] : [];
  })[0];
  if (near) {
    return `klab.${near[0]} 不认识，应为 klab.${near[1]} / klab.${near[0]} is unknown, klab.${near[1]} was probably meant`;
  }
  const given = names.filter((name) => marks[name] !== undefined);
  if (given.length > 0 && cell.cell_type !== "code") {
    return `klab.${given[0]} 只用于代码单元格 / klab.${given[0]} is for code cells only`;
  }
  for (const name of given) {
    const value = marks[name];
    const problem = name === "small" ? smallProblem(cell, value) : bandsProblem(name, value);
    if (problem) return problem;
  }
  return undefined;
}

/** What is wrong with what cells say of their trainings, a line each. */
export function trainingProblems({ cells }: Notebook): string[] {
  return cells.flatMap((cell, index) => {
    const problem = trainingProblem(cell);
    return problem === undefined ? [] : [`cells[${index}]: ${problem}`];
  });
}

/** What a cell's metadata says of its training; nothing where it is malformed (`trainingProblem`). */
export function trainingMarks(cell: Cell): TrainingMarks {
  if (trainingProblem(cell) !== undefined) return {};
  const marks = declared(cell);
  const given = names.filter((name) => marks[name] !== undefined);
  return Object.fromEntries(given.map((name) => [name, marks[name]]));
}

/** A cell's code with the values of a small run. */
export function smallSource(cell: Cell): string {
  const source = joinText(cell.source);
  const { small } = trainingMarks(cell);
  return small ? withNumbers(source, small) : source;
}
