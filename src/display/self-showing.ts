import { deliver, kernelAdapters } from "./adapters";
import { forFrontEnd } from "./for-front-end";
import { type Displayable, type MimeBundle, mimeBundle } from "./mime";

/** The part of util.inspect's options that tells whether a value is the outermost one. */
export interface InspectOptions {
  readonly depth?: number | null;
}

const inspect: unique symbol = Symbol.for("nodejs.util.inspect.custom");
const jupyterDisplay: unique symbol = Symbol.for("Jupyter.display");

/**
 * A value that shows itself where it ends a cell.
 *
 * tslab prints a cell's last value with util.inspect, so its hook is where we learn of it; Deno asks for
 * `Jupyter.display`. Inside an array or object the value prints as one line, and nothing is displayed.
 */
export abstract class SelfShowing implements Displayable {
  abstract [mimeBundle](): MimeBundle;

  /** One line that stands for the value in text. */
  abstract get caption(): string;

  /** What a cell prints beneath the value, where it stays. */
  protected get printed(): string {
    return this.caption;
  }

  [jupyterDisplay](): MimeBundle {
    return forFrontEnd(this[mimeBundle]());
  }

  [inspect](depth: number, options: InspectOptions): string {
    const outermost = depth === (options?.depth ?? Number.POSITIVE_INFINITY);
    if (outermost) deliver({ data: this[mimeBundle]() }, kernelAdapters());
    return this.printed;
  }
}
