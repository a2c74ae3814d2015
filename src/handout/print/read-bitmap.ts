import { inflateSync } from "node:zlib";

/** A bitmap's pixels: red, green, blue and opacity of each, row by row. */
export interface Bitmap {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

const signature = "89504e470d0a1a0a";
/** More is a photograph, which no drawing stands for. */
const mostPixels = 2_000_000;

/** What stands before a pixel's byte, above it, and before that; the one nearest to their slope. Source: PNG, §9.4. */
function paeth(a: number, b: number, c: number): number {
  const slope = a + b - c;
  const [toA, toB, toC] = [Math.abs(slope - a), Math.abs(slope - b), Math.abs(slope - c)];
  if (toA <= toB && toA <= toC) return a;
  return toB <= toC ? b : c;
}

/** Undoes in place what the filters of a PNG did to its rows. Source: PNG (third edition), §9. */
function unfilter(rows: Uint8Array, height: number, stride: number, size: number): boolean {
  for (let y = 0; y < height; y += 1) {
    const start = y * (stride + 1);
    const filter = rows[start];
    if (filter > 4) return false;
    for (let i = 1; i <= stride; i += 1) {
      const at = start + i;
      const before = i > size ? rows[at - size] : 0;
      const above = y > 0 ? rows[at - stride - 1] : 0;
      const corner = i > size && y > 0 ? rows[at - stride - 1 - size] : 0;
      if (filter === 1) rows[at] += before;
      else if (filter === 2) rows[at] += above;
      else if (filter === 3) rows[at] += (before + above) >> 1;
      else if (filter === 4) rows[at] += paeth(before, above, corner);
    }
  }
  return true;
}

interface Chunks {
  readonly head: Buffer | undefined;
  readonly data: Buffer;
}

function chunksOf(file: Buffer): Chunks {
  const data: Buffer[] = [];
  let head: Buffer | undefined;
  for (let at = 8; at + 8 <= file.length; ) {
    const length = file.readUInt32BE(at);
    const kind = file.toString("latin1", at + 4, at + 8);
    const content = file.subarray(at + 8, at + 8 + length);
    if (kind === "IHDR" && length === 13) head = content;
    if (kind === "IDAT") data.push(content);
    at += 12 + length;
  }
  return { head, data: Buffer.concat(data) };
}

/**
 * The pixels of a PNG as a browser's canvas writes it: eight bits each of red, green, blue and, mostly, opacity.
 *
 * @returns undefined for one of another kind, a broken one, one of more than two million pixels
 */
export function readBitmap(file: Buffer): Bitmap | undefined {
  if (file.toString("hex", 0, 8) !== signature) return undefined;
  const { head, data } = chunksOf(file);
  if (!head) return undefined;
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)];
  const [depth, kind, , , interlaced] = head.subarray(8);
  const size = new Map([
    [2, 3],
    [6, 4],
  ]).get(kind);
  if (!size || depth !== 8 || interlaced !== 0 || width * height > mostPixels) return undefined;
  const stride = width * size;
  const length = height * (stride + 1);
  let rows: Uint8Array;
  try {
    rows = inflateSync(data, { maxOutputLength: length + 1 });
  } catch {
    return undefined;
  }
  if (rows.length !== length || length === 0 || !unfilter(rows, height, stride, size))
    return undefined;
  const pixels = new Uint8Array(width * height * 4).fill(255);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const from = y * (stride + 1) + 1 + x * size;
      pixels.set(rows.subarray(from, from + size), (y * width + x) * 4);
    }
  return { width, height, pixels };
}
