import type { FromLive, LiveOutput } from "../live-messages";
import { liveModules, mayUseLearning } from "../live-modules";
import { type CellConsole, cellConsole } from "./cell-console";
import { asWritten, cellFailure, codeFile, strayText } from "./cell-failure";
import { endName, importName, scopeName } from "./cell-names";
import { CellScope } from "./cell-scope";
import { ExerciseDesk, type Question } from "./exercise-desk";
import { OutputSink } from "./output-sink";

type CellFunction = (
  scope: object,
  load: (name: string, needed?: readonly string[]) => Promise<object>,
  end: (value: unknown) => void,
) => Promise<void>;

/** What running cells needs of its surroundings. */
export interface RunnerHost {
  /** The globals of cells; the console and the kernel's display are put there. */
  readonly scope: object;
  readonly now: () => number;
  readonly after?: (milliseconds: number, act: () => void) => void;
  readonly post: (message: FromLive) => void;
  /** TeX of what is typed into an exercise, where the page has derivations. */
  readonly preview?: () => ((text: string, locale: string) => object) | undefined;
  /** Evaluates a script, under a name by which errors tell places in it. */
  readonly evaluate: (text: string, file: string) => void;
}

interface KernelMessage {
  readonly data: Readonly<Record<string, unknown>>;
  readonly transient?: { readonly display_id?: string };
}

/** What tslab calls it. */
export type StrayKind = "UncaughtException" | "UnhandledPromiseRejection";

const receiver = "klab$cell";

/** @throws SyntaxError where a module does not have what a cell uses of it */
function withNames(name: string, module: object, needed: readonly string[]): object {
  const missing = needed.filter((one) => one !== "default" && !(one in module));
  if (missing.length === 0) return module;
  throw new SyntaxError(
    `import "${name}": 它没有导出${missing.join("、")} / it does not export ${missing.join(", ")}`,
  );
}

/** Runs the cells of a page, one at a time, in one scope: what tslab's kernel does for a notebook. */
export class CellRunner {
  readonly console: CellConsole;
  readonly #cells = new CellScope();
  readonly #host: RunnerHost;
  readonly #sink: OutputSink;
  readonly #waiting = new Map<string, (text: string | undefined) => void>();
  readonly #desk: ExerciseDesk;
  #running = 0;
  #ready: CellFunction | undefined;

  constructor(host: RunnerHost) {
    this.#host = host;
    this.#desk = new ExerciseDesk(host.preview ?? (() => undefined));
    const send = (output: LiveOutput): void =>
      host.post({ kind: "output", id: this.#running, output });
    this.#sink = new OutputSink(send, host.now, host.after);
    this.console = cellConsole((name, text) => this.#sink.write(name, asWritten(text)), host.now);
    Object.assign(host.scope, {
      console: this.console,
      __tslab__: this.#kernel(),
      [receiver]: (cell: CellFunction) => {
        this.#ready = cell;
      },
    });
  }

  /** What the library looks for to show values in a cell. */
  #kernel(): object {
    const lastWriteDisplayData = ({ data, transient }: KernelMessage, update: boolean): void => {
      const displayId = transient?.display_id;
      this.#sink.display({
        kind: "display",
        data: Object.fromEntries(
          Object.entries(data).map(([type, value]) => [
            type,
            typeof value === "string" ? asWritten(value) : value,
          ]),
        ),
        ...(displayId ? { displayId } : {}),
        ...(update ? { update } : {}),
      });
    };
    const cache = { "/tslab/dist/jupyter.js": { exports: { lastWriteDisplayData } } };
    const require = (name: string): never => {
      throw new Error(`${name}: 网页里没有require / there is no require in a page`);
    };
    return { require: Object.assign(require, { cache }) };
  }

  async run(id: number, cell: string, source: string): Promise<void> {
    const { post } = this.#host;
    this.#sink.reset(); // what is held back is the cell's before
    this.#running = id;
    try {
      // Where the page does not have it, `explore` says so.
      if (mayUseLearning(source)) await this.#import("klab/learn").catch(() => undefined);
      const code = this.#cells.code(source);
      const { value } = await this.#call(code.text, cell);
      this.#cells.add(code);
      this.#desk.keep(cell, value);
      if (value !== undefined && value !== null) this.console.log(value);
      this.#sink.flush();
      post({ kind: "done", id });
    } catch (error) {
      this.#sink.flush();
      post({ kind: "done", id, failure: cellFailure(error, cell) });
    }
  }

  /**
   * Tells what was thrown where no cell waits for it, by a timer or in a promise that nobody awaits, as tslab does: it
   * ends nothing.
   */
  stray(kind: StrayKind, thrown: unknown): void {
    try {
      this.#sink.write("stderr", `${kind}: ${strayText(thrown)}\n`);
      this.#sink.flush();
    } catch {
      // The cell has put out too much already, and has been told so.
    }
  }

  /** Runs code in the scope that cells share; the value that it ended with, which may be a promise. */
  async #call(text: string, cell: string): Promise<{ readonly value: unknown }> {
    const head = `${receiver}(async (${scopeName},${importName},${endName})=>{"use strict";`;
    this.#host.evaluate(`${head}${text}\n})`, codeFile(cell));
    const ready = this.#ready;
    this.#ready = undefined;
    let value: unknown;
    await ready?.(
      this.#cells.values,
      async (name, needed = []) => withNames(name, await this.#import(name), needed),
      (last) => {
        value = last;
      },
    );
    return { value };
  }

  async #import(name: string): Promise<object> {
    const module = Object.hasOwn(liveModules, name) ? liveModules[name] : undefined;
    const loaded = module && this.#global(module.global);
    if (loaded) return loaded;
    const there = Object.entries(liveModules).filter(([, one]) => this.#global(one.global));
    // A script that has run would give its other modules anew, with other classes.
    if (module && there.every(([, { script }]) => script !== module.script)) {
      const text = await this.#ask(module.script);
      if (text !== undefined) this.#host.evaluate(text, module.script);
      const fresh = this.#global(module.global);
      if (fresh) return fresh;
    }
    const known = there.map(([key]) => key);
    const how = module
      ? {
          zh: "。讲义只带笔记本导入了的模块：请在内核里运行，或在笔记本里导入它，再做讲义",
          en: ". A handout has the modules that its notebook imports: run this in a kernel, or import it there and make the handout again",
        }
      : { zh: "", en: "" };
    throw new Error(
      `import ${JSON.stringify(name)}: 这一页没有这个模块，只有${known.join("、")}${how.zh} / this page does not have this module, only ${known.join(", ")}${how.en}`,
    );
  }

  #global(name: string): object | undefined {
    return (this.#host.scope as Readonly<Record<string, object | undefined>>)[name];
  }

  #ask(script: string): Promise<string | undefined> {
    return new Promise((resolve) => {
      this.#waiting.set(script, resolve);
      this.#host.post({ kind: "need", script });
    });
  }

  /** Answers what is asked of an exercise. */
  answer(question: Question): void {
    const { id } = question;
    this.#host.post({ kind: "answer", id, answer: this.#desk.answer(question) });
  }

  /** The page's answer to `need`. */
  receive(script: string, text: string | undefined): void {
    this.#waiting.get(script)?.(text);
    this.#waiting.delete(script);
  }
}
