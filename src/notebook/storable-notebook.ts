import { plotlyMime } from "../display/mime";
import {
  type Cell,
  type DisplayData,
  joinText,
  type Notebook,
  type Output,
  sortKeys,
  splitText,
} from "./nbformat";

export interface Picture {
  readonly png: Buffer;
  readonly width: number;
  readonly height: number;
}

/** Draws a figure; undefined where it cannot be drawn. */
export type DrawPicture = (plotlyJson: unknown) => Promise<Picture | undefined>;

/**
 * The executed notebook as it is to be stored, equal for equal outputs.
 *
 * Figures keep their Plotly JSON, a picture for viewers that run no scripts, and their text. Execution times
 * are left out. Where no picture can be drawn, the one `before` has of the same figure is kept; without any, the
 * HTML stays, whose sentence and table a viewer shows that knows no Plotly JSON.
 */
export async function storableNotebook(
  executed: Notebook,
  { images, before }: { readonly images?: DrawPicture; readonly before?: Notebook } = {},
): Promise<Notebook> {
  const earlier = picturesOf(before);
  const cells: Cell[] = [];
  for (const cell of executed.cells) {
    const { execution: _, ...metadata } = cell.metadata;
    const outputs: Output[] = [];
    for (const output of cell.outputs ?? []) {
      outputs.push(isFigure(output) ? await storableFigure(output, images, earlier) : output);
    }
    const source = splitText(joinText(cell.source));
    cells.push({ ...cell, metadata, source, ...(cell.cell_type === "code" ? { outputs } : {}) });
  }
  return { ...executed, cells };
}

type Pictures = Map<string, Pick<DisplayData, "data" | "metadata">>;

function isFigure(output: Output): output is DisplayData {
  return "data" in output && plotlyMime in output.data;
}

const keyOf = (figure: DisplayData): string => JSON.stringify(sortKeys(figure.data[plotlyMime]));

async function storableFigure(
  figure: DisplayData,
  images: DrawPicture | undefined,
  earlier: Pictures,
): Promise<DisplayData> {
  const drawn = await images?.(figure.data[plotlyMime]);
  const picture = drawn ? stored(drawn) : (earlier.get(keyOf(figure)) ?? onlyPicture(figure));
  const data = {
    [plotlyMime]: figure.data[plotlyMime],
    ...("image/png" in picture.data ? picture.data : only("text/html", figure.data)),
    ...only("text/plain", figure.data),
  };
  return { ...figure, data, metadata: picture.metadata };
}

function stored({ png, width, height }: Picture): Pick<DisplayData, "data" | "metadata"> {
  return {
    data: { "image/png": png.toString("base64") },
    metadata: { "image/png": { height, width } },
  };
}

/** One property of `record`, if it has it. */
const only = (name: string, record: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  name in record ? { [name]: record[name] } : {};

const onlyPicture = ({ data, metadata }: DisplayData): Pick<DisplayData, "data" | "metadata"> => ({
  data: only("image/png", data),
  metadata: only("image/png", metadata),
});

function picturesOf(notebook: Notebook | undefined): Pictures {
  const pictures: Pictures = new Map();
  for (const output of notebook?.cells.flatMap((cell) => cell.outputs ?? []) ?? []) {
    if (isFigure(output) && "image/png" in output.data) {
      pictures.set(keyOf(output), onlyPicture(output));
    }
  }
  return pictures;
}
