export type Alignment = "left" | "right" | "center";

/**
 * Attributes of a table's cell: by attribute, which every sanitiser keeps; by style for Lab, whose own rules set
 * every cell to the right. A number does not break, at its sign or elsewhere.
 */
export const aligned = (align: Alignment): string =>
  ` align="${align}" style="text-align:${align}${align === "left" ? "" : ";white-space:nowrap"}"`;
