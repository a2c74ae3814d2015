import type { ExplorerSpec } from "../../page/explorer-markup";
import type { FigureModel } from "../../page/figure-model";
import { columnCount } from "../../page/look/stack-panels";

const size = (value: unknown, usual: number): number =>
  typeof value === "number" ? Math.round(value) : usual;

/** The room that a figure takes before it is alive and after, as custom properties: nothing moves when it is drawn. */
export function roomFor(layout: FigureModel["layout"]): string {
  const [width, height] = [size(layout.width, 640), size(layout.height, 400)];
  // Panels above each other; a heading of two lines in the page.
  const narrow = Math.round(height * (1 + 0.8 * (columnCount(layout) - 1))) + 24;
  return `--w:${width};--h:${height};--narrow:${narrow}`;
}

/** As `roomFor`, of an explorer's controls: rows of one height, on a phone of two lines. */
export function roomForControls({ controls, goals = [] }: ExplorerSpec): string {
  return `--rows:${Object.keys(controls).length};--goals:${goals.length}`;
}
