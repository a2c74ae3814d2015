import { figureHtml } from "../../display/figure-html";
import { type MimeBundle, mimeBundle, plotlyMime } from "../../display/mime";
import { SelfShowing } from "../../display/self-showing";
import type { DataTable } from "../../display/table-html";
import { inHouseLook } from "../../page/look/house-look";

export type { DataTable };

/** One trace of a Plotly figure, as plain JSON. */
export interface Trace {
  readonly type: string;
  readonly [attribute: string]: unknown;
}

/** A Plotly layout, as plain JSON. */
export interface Layout {
  readonly title?: { readonly text: string };
  readonly [attribute: string]: unknown;
}

/** What an explorer says at each position, where a title is the figure's point and not its number. */
export interface Readout {
  /** The title it stands for: a figure that is given another one is said by that. */
  readonly title: string;
  readonly text: string;
}

/** What a figure is made of. */
export interface FigureParts {
  readonly data: readonly Trace[];
  readonly layout: Layout;
  readonly frames?: readonly object[];
  readonly readout?: Readout;
  /** What the figure shows, computed from its data, in one or two sentences. */
  readonly alt: string;
  readonly table: DataTable;
}

/**
 * A figure as a value: Plotly's JSON, a sentence that says what it shows, and its numbers as a table.
 *
 * It draws nothing itself. Where it ends a cell, or is given to `show`, a front end draws it.
 */
export class Figure extends SelfShowing implements FigureParts {
  readonly data: readonly Trace[];
  readonly layout: Layout;
  readonly frames?: readonly object[];
  readonly readout?: Readout;
  readonly alt: string;
  readonly table: DataTable;

  constructor({ data, layout, frames, readout, alt, table }: FigureParts) {
    super();
    this.data = data;
    this.layout = layout;
    if (frames) this.frames = frames;
    if (readout && readout.title === layout.title?.text) this.readout = readout;
    this.alt = alt;
    this.table = table;
  }

  override get caption(): string {
    const title = this.layout.title?.text.replace(/<sub>KL<\/sub>|<[^>]*>/g, "") ?? "";
    const words = [title, this.readout?.text].filter(Boolean).join("　");
    return words ? `图：${words}` : "图";
  }

  override [mimeBundle](): MimeBundle {
    const { data, layout, frames, caption, alt, table } = this;
    const plotly = compact({
      data,
      // Travels inside the JSON, so that a handout made from the file can say and tabulate it.
      layout: { ...inHouseLook(layout), meta: { alt, table } },
      ...(frames ? { frames } : {}),
      config: { responsive: true, displaylogo: false },
    });
    return {
      [plotlyMime]: plotly,
      "text/html": figureHtml({ caption, alt, table, plotly }),
      "text/plain": `${caption}\n${alt}`,
    };
  }
}

/** As it travels: seven significant digits draw the same pixels in half the bytes. */
function compact(plotly: object): object {
  const rounded = (_: string, value: unknown): unknown =>
    typeof value === "number" ? Number(value.toPrecision(7)) : value;
  return JSON.parse(JSON.stringify(plotly, rounded));
}
