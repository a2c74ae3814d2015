import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createContext, runInContext } from "node:vm";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, test } from "vitest";
import { startKernel } from "../../src/kernel/kernel";
import { runNotebook } from "../../src/kernel/run-notebook";
import * as sources from "../../src/learning";
import { notebookOf, until, Workspace } from "../kernel/workspace";

type Learn = typeof sources;

/** Numbers in whose last bits another arithmetic would show: a small network, trained for a few steps. */
const training = `({ adam, add, glorot, klLogits, matmul, mean, ones, randomNormal, tanh, valueAndGrad, zeros }) => {
  const [x, z] = [randomNormal([20, 6]), randomNormal([20, 3])];
  const loss = ({ w, b, v }) => mean(klLogits(z, matmul(tanh(add(matmul(x, w), b)), v)));
  const { start, step } = adam({ rate: 0.05 });
  let state = start({ w: glorot([6, 5]), b: zeros([5]), v: ones([5, 3]) });
  const values = [];
  for (let i = 0; i < 5; i++) {
    const { value, gradient } = valueAndGrad(loss)(state.parameters);
    values.push(value.item());
    state = step(state, gradient, value);
  }
  return values;
}`;
const train = (learn: Learn): number[] => runInContext(training, createContext({}))(learn);
const want = train(sources);

describe("klab/learn is the same", () => {
  test("required and imported, of one set of functions", () => {
    const program = `import { createRequire } from "node:module";
import * as esm from "klab/learn";
const cjs = createRequire(import.meta.url)("klab/learn");
const isSame = Object.keys(cjs).every((name) => esm[name] === cjs[name]);
console.log(JSON.stringify([isSame, (${training})(esm)]));`;
    const printed = execFileSync(process.execPath, ["--input-type=module", "-e", program], {
      encoding: "utf8",
    });
    expect(JSON.parse(printed)).toEqual([true, want]);
  });

  test.each(["klab.js", "live.js"])(
    "in a page or Worker, beside %s, in at most 20 kB, as far as it trains",
    (bundle) => {
      const scope = createContext({ WebAssembly, TextEncoder, TextDecoder, URL, console });
      const learn = readFileSync("dist/browser/klab-learn.js", "utf8");
      expect(gzipSync(learn, { level: 9 }).length).toBeLessThan(20_000);
      runInContext(readFileSync(`dist/browser/${bundle}`, "utf8"), scope);
      runInContext(learn, scope);
      expect(Array.from(runInContext(`(${training})(klabLearn)`, scope))).toEqual(want);
      // One klab: its seeded is the one that klab/learn draws by.
      expect(
        runInContext("klabLearn.randomNormal([2], { prng: klab.seeded(0) }).data[0]", scope),
      ).toBe(sources.randomNormal([2]).data[0]);
    },
  );

  test("in the larger bundle, which has every name of the door", () => {
    const scope = createContext({ WebAssembly, TextEncoder, TextDecoder, URL, console });
    for (const bundle of ["klab.js", "klab-learn-all.js"]) {
      runInContext(readFileSync(`dist/browser/${bundle}`, "utf8"), scope);
    }
    expect(runInContext("Object.keys(klabLearn).sort()", scope)).toEqual(
      Object.keys(sources).sort(),
    );
    expect(Array.from(runInContext(`(${training})(klabLearn)`, scope))).toEqual(want);
    const fit = `klabLearn.variationalMixture([-5.1, -4.9, -5, 4.9, 5, 5.1], { components: 3 }).elbo`;
    expect(runInContext(fit, scope)).toBe(
      sources.variationalMixture([-5.1, -4.9, -5, 4.9, 5, 5.1], { components: 3 }).elbo,
    );
    // One library: what one half makes the other takes.
    const policy = "klabLearn.klDivergence([0.5, 0.5], klabLearn.optimalPolicy([0, 0])).item()";
    expect(runInContext(policy, scope)).toBe(0);
  });

  test("and is no part of klab: its door loads nothing of it", () => {
    expect(readFileSync("dist/modules.js", "utf8")).not.toContain("learning/");
  });
});

const workspace = new Workspace();
afterAll(() => workspace.remove());

test("a tslab cell imports it with its types, and shows a tensor as text", async () => {
  const { failure, notebook } = await runNotebook(
    notebookOf(
      `import { grad, sum, square, tensor, type Tensor } from "klab/learn";
const loss = ({ w }: { w: Tensor }) => sum(square(w));
const slope: Tensor = grad(loss)({ w: tensor([1, 2]) }).w;
slope`,
      "const wrong: number = slope;",
    ),
    { cwd: workspace.folder },
  );
  expect(failure).toMatchObject({ cellIndex: 1 });
  expect(failure?.message).toContain("'Tensor' is not assignable to type 'number'");
  expect(JSON.stringify(notebook.cells[0].outputs)).toContain("tensor([2, 4], [2])");
}, 120_000);

test("in a cell a training may be a loop of its own, untyped functions are derived, and an interrupt ends what goes on", async () => {
  const outputs: string[] = [];
  const kernel = await startKernel({
    cwd: workspace.folder,
    onOutput: (_, { content }) => outputs.push(String(content.text ?? "")),
  });
  const shown = (): string => outputs.join("");
  try {
    const loop = `import { grad, power, tensor, trainVae } from "klab/learn";
for await (const { step } of trainVae([[0, 1], [1, 0]], { steps: 2 })) console.log("步", step);
console.log("斜率", grad((x) => power(x, 3))(tensor(2)).item());`;
    expect((await kernel.execute(loop)).content.status).toBe("ok");
    expect(shown()).toContain("步 1\n步 2\n斜率 12");
    // A function drives the training; the cell that awaits it is interrupted.
    const driver = `const told: { how?: Promise<string> } = {};
async function train() {
  for await (const { step } of trainVae([[0, 1], [1, 0]], { steps: 1e9 })) if (step === 3) console.log("在训练");
}`;
    expect((await kernel.execute(driver)).content.status).toBe("ok");
    const running = kernel.execute(
      'told.how = train().then(() => "训练完", String);\nawait told.how;',
    );
    await until(() => shown().includes("在训练"), 60_000);
    kernel.interrupt();
    expect((await running).content.status).toBe("error");
    // tslab passes over what comes right after an error.
    let status: unknown;
    do ({ status } = (await kernel.execute("console.log(await told.how);")).content);
    while (status === "abort");
    expect(status).toBe("ok");
    expect(shown()).toContain("trainVae: 被中断");
    const again = "for await (const { step } of trainVae([[0, 1], [1, 0]], { steps: 1 })) step;";
    expect((await kernel.execute(again)).content.status).toBe("ok");
  } finally {
    await kernel.close();
  }
}, 120_000);
