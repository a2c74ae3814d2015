import { guardExit } from "../kernel/guard-exit";
import { systemReason } from "../notebook/system-reason";
import { printable } from "../notebook/terminal-text";
import { CommandError } from "./command-error";

type Command = (args: string[]) => Promise<number>;

interface CommandEntry {
  readonly usage: string;
  readonly zh: string;
  readonly en: string;
  /** Loaded when called for: `--help` and a usage error come at once. */
  readonly load: () => Promise<Command>;
}

const commands: Readonly<Record<string, CommandEntry>> = {
  run: {
    usage: `klab run FILE… [--write] [--timeout s] [--keep-going] [--allow-errors] [--small]
                  [--junit FILE] [--jobs n] [-p name=value] [--max-output MB]`,
    zh: "在tslab内核中运行笔记本；--write存回输出（--keep-going、--allow-errors：出错也存，继续跑）；--small把训练缩小来跑，不存；-p改parameters单元格里的值",
    en: "run notebooks in a tslab kernel; --write stores the outputs (--keep-going, --allow-errors: after errors too, and go on); --small runs trainings with their smaller numbers and stores nothing; -p sets values in the cell tagged parameters",
    load: async () => (await import("./run.js")).runCommand,
  },
  handout: {
    usage: `klab handout FILE… [--out DIR] [--for student|teacher] [--pdf] [--shared] [--slides]
                  [--locale zh-CN|en] [--no-cache]`,
    zh: "把笔记本做成离线讲义（不运行）；没有变的讲义保留，--no-cache全部重做",
    en: "make an offline handout of a notebook (without running it); unchanged ones are kept, --no-cache makes all anew",
    load: async () => (await import("./handout.js")).handoutCommand,
  },
  student: {
    usage: "klab student FILE… [--out DIR]",
    zh: "学生的笔记本：参考答案留空，检查未运行，提示折起",
    en: "the student's notebook: solutions blanked, checks unrun, hints folded",
    load: async () => (await import("./student.js")).studentCommand,
  },
  annotate: {
    usage: "klab annotate FILE… [--out DIR] [--write]",
    zh: "文章（Markdown、HTML、纯文本、.ipynb）→ 笔记本：每个式子读出、检验、加注；--write运行它",
    en: "an article (Markdown, HTML, plain text, .ipynb) to a notebook in which each formula is read, checked and annotated; --write runs it",
    load: async () => (await import("./annotate.js")).annotateCommand,
  },
  compare: {
    usage: `klab compare A B [--engine E] [--columns a,b] [--out report.html] [--fail-above x]
                  [--json] [--locale zh-CN|en]`,
    zh: "两张表逐列比较（B对A）：散度、区间、有没有漂移；--engine是duckdb、postgres://…或sc://…；--fail-above：有一列超过就退出码1",
    en: "two tables compared column by column (B against A): divergences, intervals, drift; --engine is duckdb, postgres://… or sc://…; --fail-above exits with 1 where a column is above it",
    load: async () => (await import("./compare-command.js")).compareCommand,
  },
  lab: {
    usage: "klab lab [--no-browser] [--port N] [--print-url] [-- JUPYTER-OPTIONS]",
    zh: "打开JupyterLab",
    en: "open JupyterLab",
    load: async () => (await import("./lab.js")).labCommand,
  },
  install: {
    usage: "klab install [--user | --prefix DIR]",
    zh: "向Jupyter注册TypeScript内核",
    en: "register the TypeScript kernel with Jupyter",
    load: async () => (await import("./install.js")).installCommand,
  },
};

/** Runs the klab command; sets the process's exit code and never rejects. */
export async function main(argv: string[]): Promise<void> {
  guardExit(() => {}); // a signal ends us with that signal, and with all that is to end with us
  for (const stream of [process.stdout, process.stderr]) stream.on("error", onOutputError);
  try {
    process.exitCode = await dispatch(argv);
  } catch (error) {
    if (error instanceof CommandError) {
      console.error(printable(error.message));
      process.exitCode = error.exitCode;
    } else if (systemReason(error)) {
      const { path } = error as NodeJS.ErrnoException;
      console.error(printable(`klab: ${systemReason(error)}${path ? `: ${path}` : ""}`));
      process.exitCode = 2;
    } else {
      console.error("klab: 内部错误 / internal error:", error);
      process.exitCode = 2;
    }
  }
}

async function dispatch([name, ...args]: string[]): Promise<number> {
  if (name === "--version" || name === "-v") return print(version());
  if (name === "--help" || name === "-h" || name === "help") return print(help());
  if (name === undefined) throw new CommandError(help());
  const entry = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!entry) {
    throw new CommandError(
      `klab: 没有命令${name}，见klab --help / no command ${name}, see klab --help`,
    );
  }
  const options = args.includes("--") ? args.slice(0, args.indexOf("--")) : args;
  if (options.includes("--help") || options.includes("-h")) {
    return print(`${entry.usage}\n  ${entry.zh} / ${entry.en}`);
  }
  return (await entry.load())(args);
}

function print(text: string): number {
  console.log(text);
  return 0;
}

function help(): string {
  const lines = Object.values(commands).map(
    ({ usage, zh, en }) => `  ${usage}\n      ${zh}\n      ${en}`,
  );
  return [
    "klab：相对熵实验室 / the relative entropy lab",
    ...lines,
    "  klab --help | --version",
  ].join("\n");
}

function version(): string {
  return (require("../../package.json") as { version: string }).version;
}

/**
 * `klab … | head`: the reader has gone, which is no error. The work goes on, for its exit code is still read; a run
 * that stopped here would pass the notebooks it did not reach.
 */
function onOutputError({ code, message }: NodeJS.ErrnoException): void {
  if (code === "EPIPE") return;
  console.error(`klab: 输出写不出 / cannot write the output: ${message}`);
  process.exit(2);
}
