import { deflateSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readBitmap } from "../../../src/handout/print/read-bitmap";
import { vectorCells } from "../../../src/handout/print/vector-cells";

type Pixel = readonly [number, number, number, number];

const chunk = (kind: string, content: Buffer): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  return Buffer.concat([length, Buffer.from(kind, "latin1"), content, Buffer.alloc(4)]);
};

/** A PNG of these pixels; each row filtered as `filters` says, with opacity or without. */
function pngOf(rows: readonly (readonly Pixel[])[], filters: readonly number[], size = 4): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(rows[0].length, 0);
  head.writeUInt32BE(rows.length, 4);
  head.set([8, size === 4 ? 6 : 2, 0, 0, 0], 8);
  const plain = rows.map((row) => row.flatMap((pixel) => pixel.slice(0, size)));
  const at = (y: number, i: number): number => plain[y]?.[i] ?? 0;
  const filtered = plain.flatMap((row, y) => {
    const filter = filters[y % filters.length];
    return [
      filter,
      ...row.map((value, i) => {
        const [a, b, c] = [at(y, i - size), at(y - 1, i), at(y - 1, i - size)];
        const slope = a + b - c;
        const nearest = [a, b, c].reduce((best, one) =>
          Math.abs(slope - one) < Math.abs(slope - best) ? one : best,
        );
        return (value - [0, a, b, (a + b) >> 1, nearest][filter] + 512) & 255;
      }),
    ];
  });
  return Buffer.concat([
    Buffer.from("89504e470d0a1a0a", "hex"),
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(Buffer.from(filtered))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

const black: Pixel = [0, 0, 0, 255];
const white: Pixel = [255, 255, 255, 255];
const clear: Pixel = [0, 0, 0, 0];
const imageOf = (rows: readonly (readonly Pixel[])[], more = ""): string =>
  `<image height=20 preserveAspectRatio="none" class=p7 width=30 x=5 href="data:image/png;base64,${pngOf(rows, [0]).toString("base64")}" y=-2${more}></image>`;
const crisp = "<style>.still .p7{image-rendering:pixelated;opacity:1}</style>";

test("a bitmap is read as it was written, whatever its filters", () => {
  const byte = fc.integer({ min: 0, max: 255 });
  const rows = fc
    .record({ width: fc.integer({ min: 1, max: 6 }), height: fc.integer({ min: 1, max: 6 }) })
    .chain(({ width, height }) =>
      fc.array(fc.array(fc.tuple(byte, byte, byte, byte), { minLength: width, maxLength: width }), {
        minLength: height,
        maxLength: height,
      }),
    );
  const filters = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(rows, filters, fc.boolean(), (pixels, filter, isClear) => {
      const read = readBitmap(pngOf(pixels, filter, isClear ? 4 : 3));
      const shown = pixels.flat().flatMap(([r, g, b, a]) => [r, g, b, isClear ? a : 255]);
      expect([...(read?.pixels ?? [])]).toEqual(shown);
    }),
  );
});

test("what is no such PNG, or a broken one, is not read", () => {
  const good = pngOf([[black, white]], [0]);
  const changed = (at: number, value: number): Buffer => {
    const copy = Buffer.from(good);
    copy[at] = value;
    return copy;
  };
  expect(readBitmap(good)).toBeDefined();
  for (const [what, file] of [
    ["empty", Buffer.alloc(0)],
    ["no PNG", Buffer.from("GIF89a")],
    ["cut off", good.subarray(0, 40)],
    ["sixteen bits", changed(24, 16)],
    ["a palette", changed(25, 3)],
    ["interlaced", changed(28, 1)],
    ["taller than its data", changed(23, 9)],
    ["huge", changed(16, 0x7f)],
    ["of no width", changed(19, 0)],
    ["an unknown filter", pngOf([[black, white]], [5])],
  ] as const)
    expect([what, readBitmap(file)]).toEqual([what, undefined]);
});

test("cells of one colour beside and below each other are one block, and lie under their neighbours", () => {
  const rows = [
    [black, black, white],
    [black, black, white],
  ];
  expect(vectorCells(crisp + imageOf(rows))).toBe(
    `${crisp}<g class="p7" transform="translate(5 -2) scale(10 10)"><path fill="#000000" d="M0 0h2.04v2h-2.04z"/><path fill="#ffffff" d="M2 0h1v2h-1z"/></g>`,
  );
});

test("what is clear is not drawn, and what all let through the whole does", () => {
  const half: Pixel = [9, 9, 9, 51];
  expect(vectorCells(crisp + imageOf([[clear, half]]))).toContain(
    '<g opacity="0.2"><path fill="#090909" d="M1 0h1v1h-1z"/></g>',
  );
  expect(vectorCells(crisp + imageOf([[half, black]]))).toContain(
    '<path fill="#090909" fill-opacity="0.2" d="M0 0h1v1h-1z"/><path fill="#000000" d="M1 0h1v1h-1z"/>',
  );
});

test("photographs, smooth surfaces and what is no cell stay as they are", () => {
  const noisy = Array.from({ length: 200 }, (_, y) =>
    Array.from({ length: 200 }, (_, x): Pixel => [x, y, (x * y) % 251, 255]),
  );
  for (const page of [
    crisp + imageOf(noisy),
    // Not crisp, and smaller than it is shown: a browser smooths it.
    imageOf([[black, white]]),
    crisp + imageOf([[black, white]]).replace(' preserveAspectRatio="none"', ""),
    crisp + imageOf([[black, white]]).replace("png;base64,", "jpeg;base64,"),
    crisp + imageOf([[black, white]]).replace("width=30", "width=x"),
    '<img src="data:image/png;base64,AAAA"><image></image><image href="#a"/>',
  ])
    expect(vectorCells(page)).toBe(page);
});
