import { spawn } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Cell, Notebook } from "../../src/notebook/nbformat";

/** What a test says of a cell: its source, or source and tags. */
export type CellText = string | readonly [source: string, ...tags: string[]];

export function notebookOf(...cells: readonly CellText[]): Notebook {
  return {
    nbformat: 4,
    nbformat_minor: 5,
    metadata: { kernelspec: { name: "tslab", display_name: "TypeScript", language: "typescript" } },
    cells: cells.map((text, index): Cell => {
      const [source, ...tags] = typeof text === "string" ? [text] : text;
      const metadata = tags.length > 0 ? { tags } : {};
      const id = `cell-${index}`;
      return { id, cell_type: "code", source, metadata, execution_count: null, outputs: [] };
    }),
  };
}

export interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder inside the checkout, where tslab and @types/node are found; its name has a space and 汉字. */
export class Workspace {
  readonly folder = resolve(
    ".klab",
    `测试 folder ${process.pid} ${Math.random().toString(36).slice(2)}`,
  );

  constructor() {
    mkdirSync(this.folder, { recursive: true });
  }

  write(name: string, content: Notebook | string): string {
    const file = join(this.folder, name);
    writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
    return file;
  }

  read(name: string): string {
    return readFileSync(join(this.folder, name), "utf8");
  }

  /** Runs the klab command, with `env` besides; `during` gets its process. */
  klab(
    args: readonly string[],
    env: Readonly<Record<string, string>> = {},
    during: (pid: number) => Promise<void> = async () => {},
  ): Promise<Ended> {
    return new Promise((done, fail) => {
      const child = spawn(process.execPath, [resolve("src/command/klab.cjs"), ...args], {
        cwd: this.folder,
        env: { ...process.env, ...env },
      });
      let [stdout, stderr] = ["", ""];
      child.stdout.setEncoding("utf8").on("data", (text) => (stdout += text));
      child.stderr.setEncoding("utf8").on("data", (text) => (stderr += text));
      child.once("error", fail);
      child.once("close", (code, signal) => done({ code, signal, stdout, stderr }));
      during(child.pid!).catch((error) => {
        child.kill("SIGTERM");
        fail(error);
      });
    });
  }

  /** The processes that run in the folder, by Linux's process table. */
  processes(): number[] {
    return readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name))
      .filter((name) => {
        try {
          return readlinkSync(`/proc/${name}/cwd`).startsWith(this.folder);
        } catch {
          return false; // it ended meanwhile
        }
      })
      .map(Number);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Waits until `condition` holds. */
export async function until(condition: () => boolean, milliseconds = 20_000): Promise<void> {
  const deadline = Date.now() + milliseconds;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error("it did not come about");
    await new Promise((resume) => setTimeout(resume, 20));
  }
}

export const onLinux = process.platform === "linux";
