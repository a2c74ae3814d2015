/** One output in several forms: a front end shows the richest it knows. */
export interface MimeBundle {
  readonly [mimeType: string]: unknown;
}

/** The method by which a value tells its MIME bundle. A registered symbol, so that two copies of klab agree. */
export const mimeBundle: unique symbol = Symbol.for("klab.mimeBundle");

/** A value with a picture or a table of its own: a Figure, a Report. */
export interface Displayable {
  [mimeBundle](): MimeBundle;
}

export function isDisplayable(value: unknown): value is Displayable {
  return typeof (value as Partial<Displayable> | null | undefined)?.[mimeBundle] === "function";
}

export const plotlyMime = "application/vnd.plotly.v1+json";
