import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { cacheFolder, keepInCache } from "./cache-folder";
import type { PictureInput } from "./picture-input";
import { plotlyVersion } from "./plotly-build";

/** A figure drawn: SVG for pages, PNG at twice the size for notebooks. */
export interface StaticImages {
  readonly svg: string;
  readonly png: Buffer;
  readonly width: number;
  readonly height: number;
}

/** Raised when the same figure is to be drawn differently. */
const drawingVersion = 2;

function fileFor(input: PictureInput): string | undefined {
  const folder = cacheFolder("figures");
  const key = JSON.stringify([drawingVersion, plotlyVersion(), input]);
  const hash = createHash("sha256").update(key).digest("hex");
  return folder && join(folder, `${hash}.json`);
}

/** The pictures of a figure drawn before. */
export function readPictures(input: PictureInput): StaticImages | undefined {
  const file = fileFor(input);
  if (!file) return undefined;
  try {
    const { svg, png } = JSON.parse(readFileSync(file, "utf8")) as { svg: string; png: string };
    if (typeof svg !== "string" || typeof png !== "string") return undefined;
    const { width, height } = input;
    return { svg, png: Buffer.from(png, "base64"), width, height };
  } catch {
    return undefined; // not there, or cut short: it is drawn again
  }
}

/** Keeps pictures for the next time; where nothing can be written, they are drawn again. */
export function keepPictures(input: PictureInput, { svg, png }: StaticImages): void {
  const file = fileFor(input);
  if (file) keepInCache(file, JSON.stringify({ svg, png: png.toString("base64") }));
}
