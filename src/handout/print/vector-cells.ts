import type { Bitmap } from "./read-bitmap";
import { readBitmap } from "./read-bitmap";

/** Cells of one colour beside and below each other. */
interface Block {
  readonly colour: string;
  readonly opacity: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  height: number;
}

/** More are a photograph, or a smooth surface, and would weigh more than their bitmap. */
const mostBlocks = 30_000;

/** The blocks of a bitmap, as few as rows that repeat allow; what is clear is none. Undefined where they are too many. */
function blocksOf({ width, height, pixels }: Bitmap): Block[] | undefined {
  const blocks: Block[] = [];
  const cells = new DataView(pixels.buffer, pixels.byteOffset, pixels.byteLength);
  let above = new Map<string, Block>();
  for (let y = 0; y < height; y += 1) {
    const row = new Map<string, Block>();
    for (let x = 0; x < width; ) {
      const from = x;
      const cell = cells.getUint32((y * width + x) * 4);
      while (x < width && cells.getUint32((y * width + x) * 4) === cell) x += 1;
      const opacity = cell & 255;
      if (opacity === 0) continue;
      const place = `${cell} ${from} ${x}`;
      const block = above.get(place) ?? {
        colour: `#${(cell >>> 8).toString(16).padStart(6, "0")}`,
        opacity,
        x: from,
        y,
        width: x - from,
        height: 0,
      };
      if (block.height === 0) blocks.push(block);
      if (blocks.length > mostBlocks) return undefined;
      block.height += 1;
      row.set(place, block);
    }
    above = row;
  }
  return blocks;
}

/** Blocks reach so far, in cells, under their neighbours: else paper shows between them where edges are smoothed. */
const overlap = 0.04;

function pathsOf(blocks: readonly Block[], { width, height }: Bitmap): string {
  // Where all let as much through, the whole does: what overlaps would be seen.
  const isEven = blocks.every(({ opacity }) => opacity === blocks[0].opacity);
  const reach = isEven ? overlap : 0;
  const looks = new Map<string, string[]>();
  for (const block of blocks) {
    const clear = isEven || block.opacity === 255 ? "" : ` fill-opacity="${block.opacity / 255}"`;
    const look = `fill="${block.colour}"${clear}`;
    const right = block.x + block.width < width ? block.width + reach : block.width;
    const down = block.y + block.height < height ? block.height + reach : block.height;
    const drawn = looks.get(look) ?? [];
    looks.set(look, drawn);
    drawn.push(`M${block.x} ${block.y}h${right}v${down}h-${right}z`);
  }
  const paths = [...looks].map(([look, drawn]) => `<path ${look} d="${drawn.join("")}"/>`).join("");
  return isEven && blocks.length > 0 && blocks[0].opacity < 255
    ? `<g opacity="${blocks[0].opacity / 255}">${paths}</g>`
    : paths;
}

const image = /<image\b((?:\s+[\w:-]+=(?:"[^"]*"|[^\s">]+))*)\s*\/?>(?:<\/image>)?/g;
const attribute = /([\w:-]+)=(?:"([^"]*)"|([^\s">]+))/g;
const png = /^data:image\/png;base64,([A-Za-z0-9+/=]+)$/;
const crispLook = /\.still \.(p[0-9a-z]+)\{[^{}]*image-rendering:\s*pixelated/g;

/**
 * A page whose cells of colour (heatmaps, which Plotly draws as bitmaps) are drawn as paths, one a colour: on paper they
 * are as sharp as lines, and no picture of pixels. Photographs and smooth surfaces stay as they are.
 */
export function vectorCells(page: string): string {
  const crisp = new Set([...page.matchAll(crispLook)].map(([, name]) => name));
  return page.replace(image, (whole, text: string) => {
    const said = new Map(
      [...text.matchAll(attribute)].map(([, name, quoted, bare]) => [name, quoted ?? bare]),
    );
    const number = (name: string): number => Number(said.get(name) ?? 0);
    const [, base64] = png.exec(said.get("href") ?? said.get("xlink:href") ?? "") ?? [];
    const bitmap = base64 && readBitmap(Buffer.from(base64, "base64"));
    if (!bitmap || said.get("preserveAspectRatio") !== "none") return whole;
    const [across, down] = [number("width") / bitmap.width, number("height") / bitmap.height];
    const isCrisp =
      crisp.has(said.get("class") ?? "") ||
      /image-rendering:\s*pixelated/.test(said.get("style") ?? "");
    // A smaller bitmap that is no row of cells is smoothed as it grows.
    if (!(across > 0 && down > 0) || (!isCrisp && Math.max(across, down) > 1)) return whole;
    const blocks = blocksOf(bitmap);
    if (!blocks) return whole;
    const look = ["class", "style", "opacity", "clip-path", "mask"].flatMap((name) =>
      said.has(name) ? [` ${name}="${said.get(name)}"`] : [],
    );
    const move = [
      said.get("transform"),
      `translate(${number("x")} ${number("y")})`,
      `scale(${across} ${down})`,
    ];
    return `<g${look.join("")} transform="${move.filter(Boolean).join(" ")}">${pathsOf(blocks, bitmap)}</g>`;
  });
}
