/** What Plotly reads, as it is read here. */
export type Json = Readonly<Record<string, unknown>>;

export const mapText = (value: unknown, change: (text: string) => string): unknown => {
  if (typeof value === "string") return change(value);
  return Array.isArray(value) ? value.map((item) => mapText(item, change)) : value;
};

export const mapNumbers = (value: unknown, change: (x: number) => number): unknown => {
  if (typeof value === "number") return change(value);
  return Array.isArray(value) ? value.map((item) => mapNumbers(item, change)) : value;
};
