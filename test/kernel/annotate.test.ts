import { afterAll, expect, test, vi } from "vitest";
import type { Notebook } from "../../src/notebook/nbformat";
import { Workspace } from "./workspace";

const workspace = new Workspace();
vi.setConfig({ testTimeout: 180_000 }); // kernels start in seconds, on a loaded machine in many
afterAll(() => workspace.remove());

const article = String.raw`相对熵

1. 定义
D_{KL}(p||q) = \sum_x p(x)log\frac{p(x)}{q(x)}

2. 交叉熵
交叉熵满足 D_{KL}(p||q) = H(p,q) - H(p) ，合并得
\int_x p(x)log\frac{q(x)}{p(x)}dx \le 0
`;

test("klab annotate makes a notebook that runs in the kernel, and its table says what was found", async () => {
  workspace.write("article.txt", article);
  const ended = await workspace.klab(["annotate", "article.txt", "--out", "out", "--write"]);
  expect(ended.code, ended.stderr).toBe(0);
  expect(ended.stdout).toContain("3 formulas, 3 hold, 0 fail");
  const { cells } = JSON.parse(workspace.read("out/article.annotated.ipynb")) as Notebook;
  const text = JSON.stringify(cells);
  expect(text).toContain("−KL(P ‖ Q)");
  const run = cells.filter(({ cell_type }) => cell_type === "code").slice(1);
  expect(run.length).toBe(3);
  for (const { outputs } of run) expect(JSON.stringify(outputs)).toContain("data-klab-derivation");
});

test.each([
  ["no file", [], "没有给出文件"],
  ["a file that is not there", ["none.md"], "none.md"],
  ["a notebook that is none", ["bad.ipynb"], "bad.ipynb"],
  ["an unknown option", ["article.txt", "--run"], "--run"],
  ["two files of one name", ["article.txt", "./x/article.md"], "article"],
])("%s is refused with exit code 2", async (_, args, message) => {
  workspace.write("article.txt", article);
  workspace.write("bad.ipynb", "{}");
  const ended = await workspace.klab(["annotate", ...args]);
  expect(ended.code).toBe(2);
  expect(ended.stderr).toContain(message);
});
