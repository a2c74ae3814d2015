import { textOf } from "./text-of";

/** The MIME types of bitmaps that notebooks and their pages hold, by the ends of file names. */
export const bitmapTypes: Readonly<Record<string, string>> = {
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".jpeg": "image/jpeg",
  ".gif": "image/gif",
  ".webp": "image/webp",
};

const known: readonly string[] = [...new Set(Object.values(bitmapTypes))];

const base64Text = /^[A-Za-z0-9+/]+=*$/;
const dataAddress = /^data:([\w/+.-]+);base64,([A-Za-z0-9+/=\s]+)$/;

/** Whether an address is a whole bitmap, which nothing has to be fetched for. */
export function isBitmapAddress(address: string): boolean {
  const mimeType = dataAddress.exec(address)?.[1];
  return mimeType !== undefined && known.includes(mimeType);
}

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
