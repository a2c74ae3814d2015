import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Control } from "../../src/figures/explorers/controls";
import { positionsOf } from "../../src/figures/explorers/explorer-steps";
import { storedFigure } from "../../src/handout/outputs/stored-figure";
import * as klab from "../../src/index";
import * as learn from "../../src/learning/index";
import type { Notebook } from "../../src/notebook/nbformat";
import { checkResult } from "../../src/page/check-result";
import { readFigure } from "../../src/page/figure-model";

const explorers = readdirSync("notebooks")
  .filter((name) => name.endsWith(".ipynb"))
  .flatMap((name) => {
    const { cells } = JSON.parse(readFileSync(join("notebooks", name), "utf8")) as Notebook;
    return cells
      .flatMap((cell) => cell.outputs ?? [])
      .map((output) => ("data" in output ? readFigure(storedFigure(output.data)) : undefined))
      .flatMap((figure) => (figure?.explorer ? [[name, figure.explorer] as const] : []));
  });

describe("the page's check of what a Worker answers", () => {
  test.each(explorers)("lets pass every position of the explorer of %s", (_, explorer) => {
    const draw = new Function(`return (${explorer.source})`)();
    const first = Object.fromEntries(
      Object.entries(explorer.controls).map(([name, { value }]) => [name, value]),
    );
    for (const [name, control] of Object.entries(explorer.controls)) {
      for (const value of positionsOf(control as Control)) {
        const { data, layout, alt, table } = draw(
          explorer.use ? { ...klab, learn } : klab,
          { ...first, [name]: value },
          { coarse: false },
        );
        const text = JSON.stringify({ id: 1, data, layout, alt, table });
        const result = checkResult(text);
        expect(result.data?.length, `${name} = ${value}`).toBe(data.length);
        expect(result.alt).toBe(alt);
        expect(result.table).toEqual(JSON.parse(JSON.stringify(table)));
        expect((result.layout as { title: unknown }).title).toEqual(layout.title);
      }
    }
  });
});
