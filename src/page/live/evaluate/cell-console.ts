import { format, inspect } from "node-inspect-extracted";
import { consoleTable } from "./console-table";

export interface CellConsole {
  readonly [method: string]: (...values: unknown[]) => void;
}

/** A console that prints what Node's prints, by its own inspector. */
export function cellConsole(
  write: (name: "stdout" | "stderr", text: string) => void,
  now: () => number,
): CellConsole {
  let indent = "";
  const counts = new Map<string, number>();
  const timers = new Map<string, number>();
  const print =
    (name: "stdout" | "stderr") =>
    (...values: unknown[]): void =>
      write(name, `${`${indent}${format(...values)}`.replaceAll("\n", `\n${indent}`)}\n`);
  const log = print("stdout");
  const error = print("stderr");
  const timed = (label: string): string =>
    `${label}: ${((now() - (timers.get(label) ?? now())) as number).toFixed(3)}ms`;
  const group = (...values: unknown[]): void => {
    if (values.length > 0) log(...values);
    indent += "  ";
  };
  return {
    log,
    info: log,
    debug: log,
    error,
    warn: error,
    trace: (...values) => error("Trace:", ...values),
    dir: (value, options) => log(inspect(value, options as object | undefined)),
    table: (value, columns) => {
      const table = consoleTable(value, Array.isArray(columns) ? columns.map(String) : undefined);
      log(...(table === undefined ? [value] : ["%s", table]));
    },
    assert: (condition, ...values) => {
      if (condition) return;
      const [first, ...rest] = values;
      if (typeof first === "string") error(`Assertion failed: ${first}`, ...rest);
      else error("Assertion failed", ...values);
    },
    group,
    groupCollapsed: group,
    groupEnd: () => {
      indent = indent.slice(2);
    },
    count: (label = "default") => {
      const key = String(label);
      counts.set(key, (counts.get(key) ?? 0) + 1);
      log(`${key}: ${counts.get(key)}`);
    },
    countReset: (label = "default") => void counts.delete(String(label)),
    time: (label = "default") => void timers.set(String(label), now()),
    timeLog: (label = "default") => log(timed(String(label))),
    timeEnd: (label = "default") => {
      log(timed(String(label)));
      timers.delete(String(label));
    },
  };
}
