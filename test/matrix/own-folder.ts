import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { homedir, tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import type { Notebook } from "../../src/notebook/nbformat";
import { npm, type Said } from "./npm-beside";

/** True where Node would find packages that were not installed for the test. */
const seesPackages = (folder: string): boolean =>
  existsSync(join(folder, "node_modules")) ||
  (dirname(folder) !== folder && seesPackages(dirname(folder)));

function emptyPlace(): string {
  const place = [tmpdir(), homedir()].find((folder) => !seesPackages(folder));
  if (place) return place;
  throw new Error(`${tmpdir()} and ${homedir()} both see a node_modules folder: remove it`);
}

/** A folder of a reader's own, outside the checkout, with klab installed from the package that npm would publish. */
export class OwnFolder {
  readonly root = mkdtempSync(join(emptyPlace(), "klab own "));
  /** A space and 汉字, as folders of readers have. */
  readonly folder = join(this.root, "我的 笔记");

  constructor(...packages: readonly string[]) {
    mkdirSync(this.folder);
    this.write("package.json", JSON.stringify({ private: true }));
    this.must("pack", npm(["pack", "--pack-destination", this.root], resolve(".")));
    this.install(this.packed, ...packages);
  }

  /** The package that npm would publish. */
  get packed(): string {
    const name = readdirSync(this.root).find((file) => file.endsWith(".tgz")) ?? "none.tgz";
    return join(this.root, name);
  }

  install(...args: readonly string[]): void {
    this.must("install", npm(["install", "--no-audit", "--no-fund", ...args], this.folder));
  }

  /** `npx ARGS` in the folder, of what is installed there. */
  npx(args: readonly string[], env: Readonly<Record<string, string>> = {}): Said {
    return npm(["exec", "--no", "--", ...args], this.folder, env);
  }

  write(name: string, text: string): void {
    writeFileSync(join(this.folder, name), text);
  }

  /** The MIME types of the displays of a notebook's cells. */
  shown(name: string): string[][] {
    const { cells } = JSON.parse(readFileSync(join(this.folder, name), "utf8")) as Notebook;
    return cells.map(({ outputs = [] }) =>
      outputs.flatMap((output) => ("data" in output ? Object.keys(output.data) : [])),
    );
  }

  /** Paths in the installed package, by /. */
  files(): string[] {
    const folder = join(this.folder, "node_modules/klab");
    return readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) =>
      name.replace(/\\/g, "/"),
    );
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }

  private must(what: string, { status, text }: Said): void {
    if (status === 0) return;
    this.remove();
    throw new Error(`npm ${what}: ${text}`);
  }
}
