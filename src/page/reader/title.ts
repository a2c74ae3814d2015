import { isRecord } from "../../words/is-record";

/** The title of a layout, an axis, a bar of colours. */
export const titleOf = (holder: unknown): string => {
  const title = isRecord(holder) ? holder.title : undefined;
  const text = isRecord(title) ? title.text : title;
  return typeof text === "string" ? text : "";
};
