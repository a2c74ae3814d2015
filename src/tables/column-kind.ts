/** How a column's values are put into cells: by quantiles, by value, by calendar unit. */
export const columnKinds = ["numeric", "category", "boolean", "time"] as const;

/** How a column's values are put into cells. */
export type ColumnKind = (typeof columnKinds)[number];
