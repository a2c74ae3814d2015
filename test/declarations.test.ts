import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const require = createRequire(import.meta.url);
const folder = join(".klab", `declarations-${process.pid}`);
const { exports: subpaths } = JSON.parse(readFileSync("package.json", "utf8")) as {
  exports: Record<string, unknown>;
};
const doors = Object.keys(subpaths)
  .filter((path) => path !== "./browser" && path !== "./package.json")
  .map((path) => path.replace(/^\./, "klab"));

beforeAll(() => mkdirSync(folder, { recursive: true }));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What tslab's TypeScript (5.0.4) says of a file, resolving as tslab does. */
function complaints(source: string): string {
  writeFileSync(join(folder, "cell.ts"), source);
  const compilerOptions = {
    strict: true,
    declaration: true, // as tslab has it: a type that cannot be named is an error
    outDir: "out",
    target: "es2022",
    lib: ["es2022"],
    module: "commonjs",
    moduleResolution: "node10",
    types: [],
  };
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({ compilerOptions, files: ["cell.ts"] }),
  );
  const tsc = require.resolve("@tslab/typescript-for-tslab/lib/tsc.js");
  try {
    execFileSync(process.execPath, [tsc, "-p", folder], { encoding: "utf8" });
    return "";
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}

test.each(doors)(
  "TypeScript 5.0.4 reads the declarations of %s without DOM or Node types",
  (door) => {
    expect(
      complaints(`import * as door from "${door}";\nexport const names = Object.keys(door);`),
    ).toBe("");
  },
);

test.each(doors)("what %s exports can be kept, called and taken apart in a cell", (door) => {
  const library = require(door) as Record<string, unknown>;
  const lines = Object.entries(library).flatMap(([name, value], index) => {
    const keep = `export const kept${index} = door.${name};`;
    if (typeof value === "object" && value !== null) {
      const members = Object.keys(value).filter((member) => /^[A-Za-z]\w*$/.test(member));
      const parts = members.map((member) => `${member}: part${index}_${member}`);
      return [keep, `export const { ${parts.join(", ")} } = door.${name};`];
    }
    if (typeof value !== "function" || /^class\b/.test(String(value))) return [keep];
    const parameters = `...given: Parameters<typeof door.${name}>`;
    const call = `export const call${index} = (${parameters}) => door.${name}(...given);`;
    const many = `export function many${index}(${parameters}) { return [{ value: door.${name}(...given) }]; }`;
    return [keep, call, many];
  });
  expect(lines.length).toBeGreaterThan(10);
  expect(complaints(`import * as door from "${door}";\n${lines.join("\n")}`)).toBe("");
});

test("a mistake in a call is seen, so the types are not any", () => {
  expect(complaints('import { kl } from "klab";\nkl([1], [1], { bass: 2 });')).toContain("bass");
  expect(
    complaints('import { kl } from "klab";\nexport const s: string = kl([1], [1]);'),
  ).toContain("not assignable to type 'string'");
});

test("a function whose derivative is asked for may leave the type of a tensor away", () => {
  const cell = `import { exp, grad, hessian, multiply, power, square, sum, take, type Tensor, tensor, valueAndGrad } from "klab/learn";
export const slope: Tensor = grad((x) => sum(square(x)))(tensor([1, 2]));
export const twice: Tensor = grad(grad((x) => power(x, 3)))(tensor(2));
export const value: number = valueAndGrad((x) => exp(x))(tensor(0)).value.item();
export const table: Tensor = hessian((x) => multiply(take(x, 0), take(x, 1)))(tensor([3, 4]));
export const scaled: Tensor = grad((x, by: number) => sum(multiply(x, by)))(tensor([1, 2]), 3);
export const nested = valueAndGrad((x) => grad((y) => sum(multiply(y, x)))(x))(tensor(1)).gradient.data;
export const { w } = grad((p: { readonly w: Tensor }) => sum(square(p.w)))({ w: tensor([1]) });
export const pair: Tensor[] = grad(([a, b]: Tensor[]) => sum(multiply(a, b)))([tensor(1), tensor(2)]);`;
  expect(complaints(cell)).toBe("");
  const wrong = 'import { grad } from "klab/learn";\ngrad((x) => x.length)';
  expect(complaints(wrong)).toContain("'length' does not exist on type 'Tensor'");
});

test("no declaration names a type that TypeScript 5.0.4 takes for any", () => {
  const found = readdirSync("dist", { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".d.ts"))
    .filter((file) =>
      /Array<ArrayBuffer(Like)?>|\bNoInfer<|\baccessor\b/.test(
        readFileSync(join("dist", file), "utf8"),
      ),
    );
  expect(found).toEqual([]);
});
