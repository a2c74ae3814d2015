import { joinText, type MultilineText } from "./nbformat";

/** The text that an output has of one MIME type. */
export function textOf(
  data: Readonly<Record<string, unknown>>,
  mimeType: string,
): string | undefined {
  const value = Object.hasOwn(data, mimeType) ? data[mimeType] : undefined;
  const isText =
    typeof value === "string" ||
    (Array.isArray(value) && value.every((line) => typeof line === "string"));
  return isText ? joinText(value as MultilineText) : undefined;
}
