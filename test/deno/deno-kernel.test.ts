import { resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { MimeBundle } from "../../src/display/mime";
import { DenoKernel, missingDeno } from "./deno-kernel";

const missing = missingDeno();
if (missing) console.log(`skipped: Deno's kernel: ${missing}`);

describe.skipIf(missing)("in Deno's kernel", () => {
  let kernel: DenoKernel;

  beforeAll(async () => {
    kernel = await DenoKernel.start(resolve("notebooks"));
    const { status, outputs } = await kernel.run(
      'import { explain, figures, kl, normal, progress, show } from "klab";',
    );
    expect(status, JSON.stringify(outputs)).toBe("ok");
  }, 120_000);
  afterAll(() => kernel?.close());

  /** The one output of a cell that has one. */
  const only = async (code: string): Promise<{ type: string; data: MimeBundle }> => {
    const { status, outputs } = await kernel.run(code);
    expect(status, JSON.stringify(outputs)).toBe("ok");
    expect(outputs.map(({ type }) => type)).toHaveLength(1);
    const [{ type, content }] = outputs as [(typeof outputs)[number]];
    return { type, data: content.data as MimeBundle };
  };

  test("a cell imports klab by its name and computes", async () => {
    const { type, data } = await only("kl([0.5, 0.5], [0.9, 0.1])");
    expect(type).toBe("execute_result");
    expect(Number(data["text/plain"])).toBeCloseTo(0.5108256237659907, 14);
  });

  test("klab/derivation is found too", async () => {
    const { status, outputs } = await kernel.run(
      `import { check } from "klab/derivation";
if (typeof check !== "function") throw new Error("no check");`,
    );
    expect(status, JSON.stringify(outputs)).toBe("ok");
  });

  test("a figure that ends a cell is its result, as plot, page, sentence at once", async () => {
    const { type, data } = await only("figures.densityPair(normal(0, 1), normal(1, 2));");
    expect(type).toBe("execute_result");
    const plot = data["application/vnd.plotly.v1+json"] as { data: { x: number[] }[] };
    expect(plot.data[0]?.x.length).toBeGreaterThan(100);
    expect(data["text/html"]).toContain("<figure");
    expect(data["text/html"]).toContain("<table");
    expect(data["text/plain"]).toContain("0.4431");
  });

  test("a report that ends a cell is its result, as table and text", async () => {
    const { type, data } = await only("explain([0.1, 0.4, 0.5], [0.8, 0.1, 0.1])");
    expect(type).toBe("execute_result");
    expect(data["text/html"]).toContain("<table");
    expect(data["text/plain"]).toContain("1.15129 nat");
  });

  test("show displays a figure in the middle of a cell", async () => {
    const { type, data } = await only("show(figures.pmfPair([0.5, 0.5], [0.9, 0.1])); undefined");
    expect(type).toBe("display_data");
    expect(data).toHaveProperty(["application/vnd.plotly.v1+json", "data"]);
    expect(data["text/html"]).toContain("<figure");
    expect(data["text/plain"]).toContain("0.5108");
  });

  test("an array of figures prints a line for each and displays none", async () => {
    const { data } = await only("[figures.pmfPair([0.5, 0.5], [0.9, 0.1])]");
    expect(Object.keys(data)).toEqual(["text/plain"]);
    expect(data["text/plain"]).toMatch(/^\[ 图.*0\.5108 nat \]$/);
  });

  test("progress is one display, updated in place", async () => {
    const { outputs } = await kernel.run(
      'for await (const i of progress(3, "训练")) await new Promise((go) => setTimeout(go, 120));',
    );
    const [first, ...later] = outputs.map(({ type, content }) => ({
      type,
      text: (content.data as MimeBundle)["text/plain"],
      id: (content.transient as { display_id?: string }).display_id,
    }));
    expect(first?.type).toBe("display_data");
    expect(later.length).toBeGreaterThan(0);
    for (const { type, id } of later) {
      expect({ type, id }).toEqual({ type: "update_display_data", id: first?.id });
    }
    expect(later.at(-1)?.text).toContain("3/3 完成");
  });

  test("a vector that is no probability vector is an error that says what to do", async () => {
    const { status, outputs } = await kernel.run("kl([0.5, 0.5], [0.9, 0.2])");
    expect(status).toBe("error");
    expect(outputs.at(-1)?.content).toMatchObject({ ename: "RangeError" });
    expect(outputs.at(-1)?.content.evalue).toContain("normalize: true");
  });
});
