import { availableParallelism } from "node:os";
import { extname } from "node:path";
import { isTimeout, longestTimeout } from "../kernel/cell-timeout";
import { type Parameters, readParameters } from "../kernel/notebook-parameters";
import { CommandError } from "./command-error";
import { parseCommand } from "./parse-command";

export interface RunCommandOptions {
  readonly files: readonly string[];
  readonly write: boolean;
  readonly timeout: number;
  readonly keepGoing: boolean;
  readonly allowErrors: boolean;
  readonly small: boolean;
  readonly outputLimit: number;
  readonly parallel: number;
  readonly junit?: string;
  readonly parameters: Parameters;
}

export const runUsage =
  "klab run FILE… [--write] [--timeout s] [--keep-going] [--allow-errors] [--small] [--junit FILE] [--jobs n] [-p name=value] [--max-output MB]";

/** What `klab run` was asked for; CommandError (exit code 2) for what it cannot do. */
export function readRunOptions(args: string[]): RunCommandOptions {
  const { values, positionals } = parseCommand(args, {
    write: { type: "boolean", default: false },
    timeout: { type: "string", default: "120" },
    "keep-going": { type: "boolean", default: false },
    "allow-errors": { type: "boolean", default: false },
    small: { type: "boolean", default: false },
    junit: { type: "string" },
    jobs: { type: "string", default: `${availableParallelism()}` },
    param: { type: "string", short: "p", multiple: true, default: [] },
    "max-output": { type: "string", default: "1" },
  });
  const timeout = numberOf(values.timeout);
  if (!isTimeout(timeout)) {
    throw usage(
      `--timeout 应为 0 到 ${longestTimeout} 之间的秒数 / --timeout must be seconds between 0 and ${longestTimeout}: ${values.timeout}`,
    );
  }
  const parallel = numberOf(values.jobs);
  if (!(Number.isInteger(parallel) && parallel >= 1 && parallel <= 256)) {
    throw usage(
      `--jobs 应为 1 到 256 的整数 / --jobs must be a whole number from 1 to 256: ${values.jobs}`,
    );
  }
  const megabytes = numberOf(values["max-output"]);
  if (!(megabytes >= 0.001 && megabytes <= 200)) {
    throw usage(
      `--max-output 应为 0.001 到 200（MB） / --max-output must be 0.001 to 200 (MB): ${values["max-output"]}`,
    );
  }
  if (positionals.length === 0) {
    throw usage(`没有给出笔记本 / no notebook given: ${runUsage}`);
  }
  if (values.small && values.write) {
    throw usage(
      "--small 的输出来自缩小的训练，不能用 --write 存进笔记本 / --small gives outputs of trainings made smaller, which --write must not store in the notebook",
    );
  }
  const { junit } = values;
  if (junit !== undefined && (junit === "" || extname(junit).toLowerCase() === ".ipynb")) {
    throw usage(
      `--junit 要一个文件名，不能是笔记本 / --junit needs a file name, and not a notebook's: ${junit}`,
    );
  }
  return {
    files: positionals,
    write: values.write,
    timeout,
    keepGoing: values["keep-going"],
    allowErrors: values["allow-errors"],
    small: values.small,
    outputLimit: Math.round(megabytes * 1e6),
    parallel,
    ...(junit === undefined ? {} : { junit }),
    parameters: readParameters(values.param),
  };
}

const usage = (text: string): CommandError => new CommandError(`klab run: ${text}`);

function numberOf(text: string): number {
  return text.trim() === "" ? Number.NaN : Number(text);
}
