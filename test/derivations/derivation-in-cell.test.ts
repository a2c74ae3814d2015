import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";

const root = process.cwd();
const require = createRequire(import.meta.url);
// The compiler of tslab's cells, which is older than ours and resolves the Node10 way.
const ts = require("@tslab/typescript-for-tslab") as typeof import("typescript");
const folder = mkdtempSync(join(root, "notebooks", ".cell-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function diagnostics(source: string, strict = false): string[] {
  const file = join(folder, "cell.ts");
  writeFileSync(file, source);
  const program = ts.createProgram([file], {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: 2, // Node10
    lib: ["lib.es2022.d.ts"],
    types: [],
    declaration: true,
    noEmit: false,
    outDir: join(folder, "out"),
    esModuleInterop: true,
    strict,
  });
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}

const ownChain = `import { derivation } from "klab/derivation";
export const mine = derivation({ id: "mine", steps: [
  { expression: "KL(P ‖ Q)" },
  { expression: "E(x ~ P, log(P(x)/Q(x)))", because: "定义" },
  { relation: "≥", expression: "0" }] });
`;

describe.runIf(existsSync(join(root, "dist/types/derivation.d.ts")))("in a tslab cell", () => {
  test("klab/derivation resolves, and its declarations compile strictly without DOM or Node types", () => {
    expect(diagnostics(ownChain, true)).toEqual([]);
  });

  test("a chain of one's own takes at most six lines", () => {
    expect(ownChain.trim().split("\n").length).toBeLessThanOrEqual(6);
  });

  test("worlds with distributions, families, arrays and joint tables compile", () => {
    const source = `import { normal } from "klab";
import { check, derivation, gradient, jointTable, type World } from "klab/derivation";
export const world: World = {
  name: "w",
  scope: { P: normal(0, 1), P_G: (θ: number) => normal(θ, 1), p: [0.5, 0.5], n: 2, t: jointTable(["x", "z"], [[0.5, 0.5]]) },
  sample: { x: { from: "P", size: 40 } },
  grid: { θ: [-1, 0, 1] },
};
export const result = check(derivation({ id: "d", worlds: [world], steps: [{ expression: "n" }] }), { seed: 1 });
export const slope: number = gradient("log(P_G(x | θ))", "θ", world).at({ θ: 0 });
`;
    expect(diagnostics(source, true)).toEqual([]);
  });

  test("a misspelt option or relation is an error before the cell runs", () => {
    const source = `import { derivation } from "klab/derivation";
derivation({ id: "d", steps: [{ expresion: "1" }] });
derivation({ id: "d", steps: [{ expression: "1" }, { relation: "<", expression: "2" }] });
`;
    expect(diagnostics(source)).toHaveLength(2);
  });

  test("both doors, CommonJS and ESM, give the same functions", async () => {
    const cjs = require("klab/derivation") as Record<string, unknown>;
    const esm = (await import(
      /* @vite-ignore */ require.resolve("klab/derivation").replace(/\.js$/, ".mjs")
    )) as Record<string, unknown>;
    expect(Object.keys(esm).sort()).toEqual(
      Object.keys(cjs)
        .filter((k) => k !== "__esModule")
        .sort(),
    );
  });
});

if (!existsSync(join(root, "dist/types/derivation.d.ts"))) {
  console.log("in a tslab cell: skipped, dist/ is not built (npm run build)");
}
