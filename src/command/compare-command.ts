import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { cachedRecords } from "../handout/making/page-records";
import { writeHandouts } from "../handout/write-handouts";
import { makePath } from "../notebook/make-path";
import { stringifyNotebook } from "../notebook/nbformat";
import { writeAtomically } from "../notebook/write-atomically";
import { openFigureRenderer } from "../pictures/figure-renderer";
import { requireHandoutPackages } from "../pictures/handout-packages";
import { MissingToolError } from "../pictures/missing-tool-error";
import type { TableComparison, TableEngine, TableProgress } from "../tables";
import { CommandError } from "./command-error";
import { parseCommand } from "./parse-command";
import { ProgressLine } from "./progress-line";
import { readableHandoutFiles, withCourses } from "./read-handout-files";
import { reportNotebook } from "./report-notebook";

/**
 * `klab compare A B [--engine E] [--columns a,b] [--out report.html] [--fail-above x] [--json] [--locale zh-CN|en]`:
 * divergences of the columns of two tables, B held against A.
 *
 * `--engine` is duckdb (the default), a postgres:// or an sc:// address. Without a list all columns are compared that
 * both have.
 *
 * @returns 1 where, with `--fail-above`, a column's first divergence is above it or could not be told; 2 where none
 *   could be; else 0
 * @throws CommandError with exit code 2 for unusable input
 */
export async function compareCommand(args: string[]): Promise<number> {
  const { values, positionals } = parseCommand(args, {
    engine: { type: "string", default: "duckdb" },
    columns: { type: "string" },
    out: { type: "string" },
    "fail-above": { type: "string" },
    json: { type: "boolean", default: false },
    locale: { type: "string", default: "zh-CN" },
  });
  const [p, q] = positionals;
  if (positionals.length !== 2 || !p || !q) {
    throw new CommandError(
      "klab compare: 要两张表，例如 klab compare 训练.parquet 线上.parquet / give two tables, for example klab compare train.parquet live.parquet",
    );
  }
  const { locale, out, json } = values;
  if (locale !== "zh-CN" && locale !== "en") {
    throw new CommandError(
      `klab compare: --locale ${locale}: 应为 zh-CN 或 en / must be zh-CN or en`,
    );
  }
  const limit = limitOf(values["fail-above"]);
  if (out !== undefined) requirePages();
  const columns = values.columns?.split(",").map((name) => name.trim());
  const { compareTables } = await import("../tables/index.js");
  const engine = await engineOf(values.engine);
  const progress = new ProgressLine(process.stderr);
  let report: TableComparison;
  try {
    const given = columns === undefined ? {} : { columns };
    const tell = ({ done, total, step }: TableProgress): void =>
      progress.set(`${p}, ${q}`, `${done}/${total} ${step}`);
    report = await compareTables({ p, q, engine, locale, progress: tell, ...given });
  } catch (error) {
    throw new CommandError(`klab compare: ${error instanceof Error ? error.message : error}`);
  } finally {
    progress.clear();
    await engine.close?.();
  }
  console.log(json ? JSON.stringify(report, undefined, 2) : String(report));
  if (out !== undefined) await writeReport(report, out);
  if (limit !== undefined && isAbove(report, limit)) return 1;
  return report.columns.every((column) => "problem" in column) ? 2 : 0;
}

/** Before anything is counted: a page that cannot be made would be known only at the end. */
function requirePages(): void {
  try {
    requireHandoutPackages(false);
  } catch (error) {
    if (error instanceof MissingToolError) throw new CommandError(error.message);
    throw error;
  }
}

function limitOf(given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  const limit = given.trim() === "" ? Number.NaN : Number(given);
  if (limit >= 0) return limit;
  throw new CommandError(
    `klab compare: --fail-above ${given} 应为 ≥ 0 的数 / --fail-above must be a number ≥ 0`,
  );
}

async function engineOf(given: string): Promise<TableEngine> {
  const { duckdb, postgres, spark } = await import("../tables/index.js");
  if (given === "duckdb") return duckdb();
  try {
    if (/^postgres(?:ql)?:/.test(given)) return postgres(given);
    if (given.startsWith("sc:")) return spark(given);
  } catch (error) {
    throw new CommandError(`klab compare: ${error instanceof Error ? error.message : error}`);
  }
  throw new CommandError(
    "klab compare: --engine 应为 duckdb、postgres://…或 sc://… / --engine must be duckdb, postgres://… or sc://…",
  );
}

/** A column that could not be told is no reason to go on. */
const isAbove = ({ columns }: TableComparison, limit: number): boolean =>
  columns.some((column) => {
    if ("problem" in column) return true;
    const [estimate] = Object.values(column.measures);
    return estimate !== undefined && estimate.value > limit;
  });

/** The report as a page that opens from disk: a handout of its table and figures. */
async function writeReport(report: TableComparison, out: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "klab-compare-"));
  const log = (): void => undefined;
  try {
    const file = join(folder, "report.ipynb");
    writeFileSync(file, stringifyNotebook(reportNotebook(report)));
    const renderer = await openFigureRenderer({ log });
    try {
      const written = await writeHandouts(await withCourses(readableHandoutFiles([file]).files), {
        out: join(folder, "pages"),
        audiences: ["teacher"],
        locale: report.locale,
        renderer,
        log,
        records: cachedRecords({ anew: true }),
      });
      makePath(dirname(out));
      writeAtomically(out, readFileSync(written.files[0], "utf8"));
    } finally {
      await renderer?.close();
    }
    console.error(out);
  } catch (error) {
    if (error instanceof MissingToolError) throw new CommandError(error.message);
    throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
