type Image = readonly number[];

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** By how much pixels differ, on average. */
export const pixelGap = (a: readonly Image[], b: readonly Image[]): number =>
  mean(a.flatMap((image, j) => image.map((pixel, k) => Math.abs(pixel - b[j][k]))));

/** Steps between neighbouring pixels of all images, added up: edges and stray points make it large. */
function roughness(images: readonly Image[], width: number): number {
  const ofImage = (image: Image): number =>
    image.reduce((sum, pixel, k) => {
      const right = (k + 1) % width === 0 ? pixel : image[k + 1];
      const below = image[k + width] ?? pixel;
      return sum + Math.abs(pixel - right) + Math.abs(pixel - below);
    }, 0);
  return images.reduce((sum, image) => sum + ofImage(image), 0);
}

/** How copies are like their originals. */
export interface Likeness {
  /** Twice as near to their own originals as to the others, on average; not known of one image. */
  readonly isKept: boolean;
  /** Of the originals' edges and stray points more than a tenth is gone. */
  readonly isSmoother: boolean;
}

/** Compares images with those that they were made from, `width` pixels across: n² pairs of the tens that a figure shows. */
export function likeness(
  originals: readonly Image[],
  copies: readonly Image[],
  width: number,
): Likeness {
  const others = originals.flatMap((original, j) =>
    copies.filter((_, k) => k !== j).map((copy) => pixelGap([original], [copy])),
  );
  return {
    isKept: others.length > 0 && pixelGap(originals, copies) < mean(others) / 2,
    isSmoother: roughness(copies, width) < 0.9 * roughness(originals, width),
  };
}
