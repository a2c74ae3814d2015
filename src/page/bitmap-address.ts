/** The MIME types of bitmaps that notebooks and their pages hold, by the ends of file names. */
export const bitmapTypes: Readonly<Record<string, string>> = {
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".jpeg": "image/jpeg",
  ".gif": "image/gif",
  ".webp": "image/webp",
};

const dataAddress = /^data:([\w/+.-]+);base64,([A-Za-z0-9+/=\s]+)$/;

/** Whether an address is a whole bitmap, which nothing has to be fetched for. */
export function isBitmapAddress(address: string): boolean {
  const mimeType = dataAddress.exec(address)?.[1];
  return mimeType !== undefined && Object.values(bitmapTypes).includes(mimeType);
}
