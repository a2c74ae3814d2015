import type { Notebook, Output } from "../notebook/nbformat";
import { type Course, noCourse } from "./course/course";
import { FigureReader, type OutputFigure } from "./outputs/figure-reader";
import { runPipeline } from "./run-pipeline";
import type { Audience } from "./versions";

/** A notebook as its readers get it, its figures read: what a page is made of. */
export interface Edition {
  readonly audience: Audience;
  readonly notebook: Notebook;
  readonly reader: FigureReader;
  /** The figures that Plotly can draw without a network, in order. */
  readonly figures: readonly OutputFigure[];
  /** The numbers of figures, which count those that a student does not get. */
  readonly figureNumbers: ReadonlyMap<Output, number>;
  readonly name: string;
  readonly course: Course;
}

export interface EditionOptions {
  readonly reader?: FigureReader;
  /** The notebook's name without `.ipynb`. */
  readonly name?: string;
  readonly course?: Course;
  /** Hears of a reference or citation that leads nowhere; cells from 1. */
  readonly onUnknown?: (cell: number, text: string) => void;
}

/** @param notebook the teacher's notebook */
export function makeEdition(
  notebook: Notebook,
  audience: Audience,
  { reader = new FigureReader(), name = "", course = noCourse, onUnknown }: EditionOptions = {},
): Edition {
  const version = runPipeline(notebook, { audience, name, course, onUnknown });
  const figures = figuresOf(version, reader)
    .map(([, figure]) => figure)
    .filter(({ model }) => model && !model.needsNetwork && !model.tooMuch);
  // By the teacher's notebook, whose outputs a version keeps or leaves out: the same number for all.
  const drawn = figuresOf(notebook, reader).filter(([, { model }]) => model !== undefined);
  const figureNumbers = new Map(drawn.map(([output], index) => [output, index + 1]));
  return { audience, notebook: version, reader, figures, figureNumbers, name, course };
}

const figuresOf = ({ cells }: Notebook, reader: FigureReader): [Output, OutputFigure][] =>
  cells
    .flatMap((cell) => cell.outputs ?? [])
    .flatMap((output): [Output, OutputFigure][] => {
      const figure = reader.read(output);
      return figure ? [[output, figure]] : [];
    });
