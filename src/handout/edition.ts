import type { Notebook } from "../notebook/nbformat";
import { FigureReader, type OutputFigure } from "./outputs/figure-reader";
import { type Audience, makeVersion } from "./versions";

/** A notebook as its readers get it, its figures read: what a page is made of. */
export interface Edition {
  readonly audience: Audience;
  readonly notebook: Notebook;
  readonly reader: FigureReader;
  /** The figures that Plotly can draw without a network, in order. */
  readonly figures: readonly OutputFigure[];
}

/** @param notebook the teacher's notebook */
export function makeEdition(
  notebook: Notebook,
  audience: Audience,
  reader: FigureReader = new FigureReader(),
): Edition {
  const version = makeVersion(notebook, audience);
  const figures = version.cells
    .flatMap((cell) => cell.outputs ?? [])
    .flatMap((output) => reader.read(output) ?? [])
    .filter(({ model }) => model && !model.needsNetwork && !model.tooMuch);
  return { audience, notebook: version, reader, figures };
}
