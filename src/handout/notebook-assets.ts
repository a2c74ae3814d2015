import { readFileSync, realpathSync } from "node:fs";
import { extname, isAbsolute, relative, resolve } from "node:path";
import { bitmapTypes } from "../page/bitmap-address";

/** Reads pictures that a notebook shows from its own folder, and from nowhere else, as data: addresses. */
export function notebookAssets(folder: string): (path: string) => string | undefined {
  return (path) => {
    const end = extname(path).toLowerCase();
    const mimeType = end === ".svg" ? "image/svg+xml" : bitmapTypes[end];
    if (!mimeType) return undefined;
    try {
      const root = realpathSync(folder);
      const file = realpathSync(resolve(root, path));
      const inside = relative(root, file);
      if (inside.startsWith("..") || isAbsolute(inside)) return undefined;
      return `data:${mimeType};base64,${readFileSync(file).toString("base64")}`;
    } catch {
      return undefined;
    }
  };
}
