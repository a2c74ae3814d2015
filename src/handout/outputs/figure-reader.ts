import type { Output } from "../../notebook/nbformat";
import { type FigureModel, readFigure } from "../../page/figure-model";
import { storedFigure } from "./stored-figure";

/** A figure among a notebook's outputs. */
export interface OutputFigure {
  /** Plotly's JSON as it is stored. */
  readonly json: unknown;
  /** What it says, read with care; undefined where the JSON is no figure. */
  readonly model: FigureModel | undefined;
}

/** Reads the figures among outputs, each once, however many editions show it. */
export class FigureReader {
  readonly #read = new Map<Output, OutputFigure | undefined>();

  /** The figure of an output; undefined where it is none. */
  read(output: Output): OutputFigure | undefined {
    if (!this.#read.has(output)) this.#read.set(output, readOutput(output));
    return this.#read.get(output);
  }
}

function readOutput(output: Output): OutputFigure | undefined {
  const json = "data" in output ? storedFigure(output.data) : undefined;
  return json === undefined ? undefined : { json, model: readFigure(json) };
}
