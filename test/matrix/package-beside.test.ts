import { spawnSync } from "node:child_process";
import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { kl, normal } from "../../src";
import { npm } from "./npm-beside";
import { OwnFolder } from "./own-folder";

const missing =
  process.env.KLAB_FULL === "1" ? undefined : "set KLAB_FULL=1, or run npm run test:full";
if (missing) console.log(`skipped: the package beside other tools' versions: ${missing}`);

/** What a project may have already; klab's own handouts are made with later ones. */
const there = ["esbuild@0.25", "katex@0.16", "markdown-it@14", "shiki@3", "typescript@5.0"];
const bundlers = [
  "vite@6",
  "webpack@5",
  "rollup@4",
  "@rollup/plugin-node-resolve",
  "@rollup/plugin-terser",
];
const compilers = [
  "newest5@npm:typescript@5",
  "newest6@npm:typescript@6",
  "newest@npm:typescript@latest",
];
const lint = ["publint", "@arethetypeswrong/cli"];

interface Bundled {
  readonly bundler: string;
  readonly scripts: number;
  readonly bytes: number;
  readonly answers: readonly number[];
  readonly warnings: readonly string[];
}

/** What a user's module writes of each door; the last line must be refused, else the types are any. */
const doors = `import { explore, kl, klPmf, type Klab, normal } from "klab";
import * as browser from "klab/browser";
import { derivation } from "klab/derivation";
import { grad, sum, type Tensor, tensor } from "klab/learn";
import type * as tables from "klab/tables";
export const value: number = kl(normal(0, 1), normal(1, 1)) + klPmf([1], [1]) + browser.kl([1], [1]);
export const slope: Tensor = grad((x: Tensor) => sum(x))(tensor([1]));
export const all: Partial<Klab> = { explore };
export const chain: typeof derivation = derivation;
export type Comparison = Awaited<ReturnType<typeof tables.compareTables>>;
// @ts-expect-error: a number is no text
export const wrong: string = kl([1], [1]);
`;

describe.skipIf(missing)("the package beside other versions of its tools", () => {
  let own: OwnFolder;

  beforeAll(() => {
    own = new OwnFolder(...there);
    own.install("-D", ...bundlers, ...compilers, ...lint);
    cpSync("test/matrix/bundle-each.mjs", join(own.folder, "bundle-each.mjs"));
  }, 600_000);
  afterAll(() => own?.remove(), 60_000);

  const node = (
    ...args: readonly string[]
  ): { readonly status: number | null; readonly text: string } => {
    const { status, stdout, stderr } = spawnSync(process.execPath, args, {
      cwd: own.folder,
      encoding: "utf8",
    });
    return { status, text: `${stdout}${stderr}` };
  };

  test("was installed without a flag, and has no script that runs at an install", () => {
    const { scripts = {}, dependencies } = JSON.parse(
      readFileSync(join(own.folder, "node_modules/klab/package.json"), "utf8"),
    ) as { scripts?: Record<string, string>; dependencies: Record<string, string> };
    const atInstall = /^(?:pre|post)?install$|^prepare$|^(?:pre|post)prepare$/;
    expect(Object.keys(scripts).filter((name) => atInstall.test(name))).toEqual([]);
    expect(Object.keys(dependencies)).toEqual(["acorn", "mathjs", "plotly.js-dist"]);
    const lock = JSON.parse(readFileSync(join(own.folder, "package-lock.json"), "utf8")) as {
      packages: Record<string, { readonly version?: string; readonly hasInstallScript?: boolean }>;
    };
    expect(lock.packages["node_modules/klab"].hasInstallScript).toBeUndefined();
    for (const wanted of there) {
      const [, name, version] = /^(.+)@(.+)$/.exec(wanted) ?? [];
      expect(lock.packages[`node_modules/${name}`].version).toMatch(new RegExp(`^${version}\\.`));
    }
  });

  test.each([
    ["kl", 24_000],
    ["klPmf", 8_000],
    ["kl, normal", 27_000],
  ])(
    "%s bundles to %i bytes or less by esbuild, Vite, rollup and webpack, without a warning",
    (names, most) => {
      const { status, text } = node("bundle-each.mjs", names);
      expect(status, text).toBe(0);
      const rows = text
        .split("\n")
        .filter((line) => line.startsWith("{"))
        .map((line) => JSON.parse(line) as Bundled);
      console.log(
        `${names}: ${rows.map(({ bundler, bytes }) => `${bundler} ${bytes}`).join(", ")}`,
      );
      expect(rows.map(({ bundler }) => bundler)).toEqual(["esbuild", "vite", "rollup", "webpack"]);
      const answers = [kl([0.5, 0.5], [0.25, 0.75])];
      if (names.includes("normal")) answers.push(kl(normal(0, 1), normal(1, 2)));
      for (const row of rows) {
        expect(row).toMatchObject({ scripts: 1, answers, warnings: [] });
        expect(row.bytes, row.bundler).toBeLessThanOrEqual(most);
      }
    },
    300_000,
  );

  const resolutions = [
    ["node10", "commonjs", "ts"],
    ["node16", "node16", "ts"],
    ["node16", "node16", "mts"],
    ["nodenext", "nodenext", "mts"],
    ["bundler", "esnext", "ts"],
  ];
  const cases = ["typescript", "newest5", "newest6", "newest"].flatMap((compiler) =>
    resolutions
      .filter(([resolution]) => compiler !== "newest" || resolution !== "node10") // TypeScript 7 has it no more
      .map((resolution) => [compiler, ...resolution]),
  );
  test.each(cases)(
    "%s reads the types by %s (%s, .%s)",
    (compiler, moduleResolution, module, ending) => {
      own.write(`doors.${ending}`, doors);
      const old = compiler === "newest6" && moduleResolution === "node10";
      const compilerOptions = {
        ...(old ? { ignoreDeprecations: "6.0" } : {}),
        ...{ noEmit: true, strict: true, skipLibCheck: false, types: [] },
        ...{ target: "es2022", lib: ["es2022", "dom"], module, moduleResolution },
      };
      own.write("tsconfig.json", JSON.stringify({ compilerOptions, files: [`doors.${ending}`] }));
      const { status, text } = node(`node_modules/${compiler}/bin/tsc`, "-p", "tsconfig.json");
      expect(text).toBe("");
      expect(status).toBe(0);
    },
    120_000,
  );

  test("publint finds nothing", () => {
    const { status, text } = own.npx([
      "publint",
      "run",
      "node_modules/klab",
      "--strict",
      "--pack",
      "false",
    ]);
    expect(status, text).toBe(0);
    expect(text).toContain("All good!");
  }, 120_000);

  test("attw finds the right types at every door, by every resolution", () => {
    const { status, text } = own.npx(["attw", own.packed, "--format", "json"]);
    expect(status, text).toBe(0);
    const { analysis } = JSON.parse(text.slice(text.indexOf("{"))) as {
      analysis: { problems: unknown[]; entrypoints: Record<string, unknown> };
    };
    expect(analysis.problems).toEqual([]);
    expect(Object.keys(analysis.entrypoints).length).toBeGreaterThanOrEqual(6);
  }, 120_000);

  test("npm run sbom lists what is installed with klab", () => {
    const { status, text } = npm(["run", "--silent", "sbom"], process.cwd());
    expect(status, text).toBe(0);
    const { bomFormat, components } = JSON.parse(text) as {
      bomFormat: string;
      components: readonly { readonly name: string }[];
    };
    expect(bomFormat).toBe("CycloneDX");
    const names = components.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(["acorn", "mathjs", "plotly.js-dist", "decimal.js"]),
    );
    expect(names).not.toContain("vitest");
  }, 60_000);

  test("npm publish would publish it as it is", () => {
    const { status, text } = npm(
      ["publish", "--dry-run", "--provenance", "--ignore-scripts"],
      process.cwd(),
    );
    expect(status, text).toBe(0);
    expect(text).toContain("+ klab@");
    expect(text).not.toMatch(/npm warn publish.*(?:corrected|invalid)/i);
  }, 120_000);
});
