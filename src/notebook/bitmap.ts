import { bitmapTypes } from "../page/bitmap-address";
import { textOf } from "./text-of";

const known: readonly string[] = [...new Set(Object.values(bitmapTypes))];

const base64Text = /^[A-Za-z0-9+/]+=*$/;

/** The bitmap of a MIME bundle as a data: address; the first of `types` that it has. */
export function bitmapOf(
  bundle: Readonly<Record<string, unknown>>,
  types: readonly string[] = known,
): string | undefined {
  for (const mimeType of types) {
    const base64 = textOf(bundle, mimeType)?.replace(/\s+/g, "");
    if (base64 && base64Text.test(base64)) return `data:${mimeType};base64,${base64}`;
  }
  return undefined;
}
