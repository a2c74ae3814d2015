import { isRecord } from "../../words/is-record";
import type { DrawnLayout } from "./drawn-layout";
import { lightColors } from "./palette";
import { columnCount } from "./panels";

const size = (value: unknown, usual: number): number =>
  typeof value === "number" ? Math.round(value) : usual;

/** The room that a figure takes before it is alive and after, as custom properties: nothing moves when it is drawn. */
export function figureRoom(layout: DrawnLayout): string {
  const [width, height] = [size(layout.width, 640), size(layout.height, 400)];
  // Panels above each other; a heading of two lines in the page.
  const narrow = Math.round(height * (1 + 0.8 * (columnCount(layout) - 1))) + 24;
  return `--w:${width};--h:${height};--narrow:${narrow}`;
}

/** Whether a figure is drawn in our colours on our paper: one of another library keeps its own, on white. */
export const isOurs = ({ paper_bgcolor: paper, font }: DrawnLayout): boolean =>
  paper === lightColors.paper && isRecord(font) && font.color === lightColors.text;
