import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import { storedFigure } from "../../src/handout/outputs/stored-figure";
import { type Audience, makeVersion } from "../../src/handout/versions";
import { writeHandouts } from "../../src/handout/write-handouts";
import { readFigure } from "../../src/page/figure-model";
import type { FigureRenderer } from "../../src/pictures/figure-renderer";
import { barFigure, codeCell, curveFigure, figureOutput, notebookOf } from "./fixture";

vi.mock("../../src/handout/versions", async (original) => {
  const actual = await original<typeof import("../../src/handout/versions")>();
  return { ...actual, makeVersion: vi.fn(actual.makeVersion) };
});
vi.mock("../../src/page/figure-model", async (original) => {
  const actual = await original<typeof import("../../src/page/figure-model")>();
  return { ...actual, readFigure: vi.fn(actual.readFigure) };
});
vi.mock("../../src/handout/outputs/stored-figure", async (original) => {
  const actual = await original<typeof import("../../src/handout/outputs/stored-figure")>();
  return { ...actual, storedFigure: vi.fn(actual.storedFigure) };
});

const folder = mkdtempSync(join(tmpdir(), "klab-once-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(() => vi.clearAllMocks());

/** Two notebooks with three figures, of which two are alike. */
const entries = [
  notebookOf([codeCell("a;", [figureOutput(barFigure()), figureOutput(curveFigure(), "曲线")])]),
  notebookOf([codeCell("b;", [figureOutput(barFigure())])]),
].map((notebook, i) => ({ name: `n${i}`, notebook }));

/** Draws nothing, and tells what it was given. */
const fakeRenderer = (given: unknown[]): FigureRenderer => ({
  render: async (figure) => {
    given.push(figure);
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"></svg>';
    return { svg, png: Buffer.from(""), width: 1, height: 1 };
  },
  close: async () => {},
});

describe.each<[Audience[]]>([[["student"]], [["student", "teacher"]]])(
  "handouts for %j",
  (audiences) => {
    test("make each version once, read each figure once, draw equal figures once", async () => {
      const given: unknown[] = [];
      const renderer = fakeRenderer(given);
      await writeHandouts(entries, { out: folder, audiences, renderer, log: () => {} });
      expect(makeVersion).toHaveBeenCalledTimes(entries.length * audiences.length);
      expect(storedFigure).toHaveBeenCalledTimes(3);
      expect(readFigure).toHaveBeenCalledTimes(3);
      expect(given).toEqual([barFigure(), curveFigure()]);
    });
  },
);
