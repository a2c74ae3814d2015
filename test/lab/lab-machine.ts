import {
  copyFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { delimiter, dirname, join, resolve } from "node:path";
import { environmentLab, environmentPython } from "../../src/command/lab-environment";
import { findPython } from "../../src/command/lab-python";
import { plotlyMime } from "../../src/display/mime";
import { joinText, type Notebook } from "../../src/notebook/nbformat";

const environment = resolve(".venv");
const asked = process.env.KLAB_LAB === "1" || process.env.KLAB_FULL === "1";

const lesson = "notebooks/02-relative-entropy.ipynb";

/** Lesson 02 with one of its explorers, the one of two normals: of the others the cells keep their imports alone. */
const lessonText: string = JSON.stringify(
  withOneExplorer(JSON.parse(readFileSync(lesson, "utf8"))),
);

function withOneExplorer(notebook: Notebook): Notebook {
  const isLeftOut = (source: string): boolean =>
    source.includes("explore(") && !source.includes("figures.bothDirections(");
  return {
    ...notebook,
    cells: notebook.cells.map((cell) => {
      const source = joinText(cell.source);
      if (cell.cell_type !== "code" || !isLeftOut(source)) return cell;
      const imports = source.match(/^import [^;]+;$/gm) ?? [];
      return { ...cell, source: imports.join("\n"), outputs: [] };
    }),
  };
}

/** How many figures it has, the explorer among them. */
export const lessonFigures: number = (JSON.parse(lessonText) as Notebook).cells
  .flatMap((cell) => cell.outputs ?? [])
  .filter((output) => "data" in output && plotlyMime in output.data).length;

/**
 * The Python of `.venv`, which `npm run lab` and these tests share and make where it is missing; or why the
 * tests that need it cannot run.
 */
export async function labPython(): Promise<
  { python: string; missing?: undefined } | { missing: string }
> {
  if (!asked) return { missing: "set KLAB_LAB=1, or run npm run test:full" };
  const { python, problems } = await findPython();
  if (!python) return { missing: `no Python with venv and pip (${problems.join("; ")})` };
  await environmentLab(environment, (line) => console.log(line));
  return { python: environmentPython(environment) };
}

/** The project's packages; those a page reads as files, for Lab's server gives out none that lie elsewhere. */
function linkModules(folder: string): void {
  const [plotly, klab] = ["plotly.js-dist", "klab"];
  mkdirSync(join(folder, plotly), { recursive: true });
  mkdirSync(join(folder, klab));
  for (const name of readdirSync("node_modules").filter((n) => n !== plotly && n !== klab)) {
    symlinkSync(resolve("node_modules", name), join(folder, name), "junction");
  }
  copyFileSync("package.json", join(folder, klab, "package.json"));
  cpSync("dist", join(folder, klab, "dist"), { recursive: true });
  for (const name of ["package.json", "plotly.js"]) {
    copyFileSync(join("node_modules", plotly, name), join(folder, plotly, name));
  }
}

/** A project of its own with the course's first lesson, and Jupyter folders that nobody else uses. */
export class LabMachine {
  /** A space and 汉字, as folders of readers have. */
  readonly folder = resolve(".klab", `lab ${process.pid} ${Math.random().toString(36).slice(2)}`);
  readonly root = join(this.folder, "课程 文件夹");
  readonly lesson = lesson;

  constructor() {
    mkdirSync(join(this.root, "notebooks"), { recursive: true });
    linkModules(join(this.root, "node_modules"));
    this.write(this.lesson, lessonText);
    this.configure("@jupyterlab/notebook-extension/tracker", { windowingMode: "none" });
    this.configure("@jupyterlab/apputils-extension/notification", { fetchNews: "false" });
  }

  /** PATH begins with `.venv`'s Jupyter; nothing of this user's Jupyter is read or written. */
  get env(): Readonly<Record<string, string>> {
    const bin = dirname(environmentPython(environment));
    return {
      ...(process.env as Record<string, string>),
      PATH: `${bin}${delimiter}${process.env.PATH ?? ""}`,
      JUPYTER_CONFIG_DIR: join(this.folder, "config"),
      JUPYTER_DATA_DIR: join(this.folder, "data"),
      JUPYTER_RUNTIME_DIR: join(this.folder, "runtime"),
      JUPYTERLAB_WORKSPACES_DIR: join(this.folder, "workspaces"),
      JUPYTERLAB_SETTINGS_DIR: join(this.folder, "settings"),
    };
  }

  write(name: string, content: string | object): void {
    const text = typeof content === "string" ? content : JSON.stringify(content);
    writeFileSync(join(this.root, name), text);
  }

  read(name: string): string {
    return readFileSync(join(this.root, name), "utf8");
  }

  /** As on another reader's machine: Jupyter has signed none of the notebooks. */
  forgetSignatures(): void {
    rmSync(join(this.folder, "data"), { recursive: true, force: true });
  }

  /** The processes that run in this project, by Linux's process table. */
  processes(): string[] {
    return readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
      .flatMap((pid) => {
        try {
          const environ = readFileSync(`/proc/${pid}/environ`, "utf8");
          if (!environ.includes(this.folder)) return [];
          return [`${pid} ${readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ")}`];
        } catch {
          return []; // it ended meanwhile, or is another user's
        }
      });
  }

  kernels(): string[] {
    return this.processes().filter((line) => line.includes("tslab-kernel.cjs"));
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private configure(plugin: string, settings: object): void {
    const [scope, name, file] = plugin.split("/") as [string, string, string];
    const folder = join(this.folder, "settings", scope, name);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${file}.jupyterlab-settings`), JSON.stringify(settings));
  }
}
