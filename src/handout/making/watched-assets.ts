import { contentDigest } from "./content-digest";

/** Gives a picture beside a notebook as a data: address; undefined where there is none. */
export type Asset = (path: string) => string | undefined;

export const pictureDigest = (picture: string | undefined): string | null =>
  picture === undefined ? null : contentDigest(picture);

/** Pictures beside a notebook, and a digest of each that is asked for. */
export class WatchedAssets {
  readonly digests: Record<string, string | null> = {};

  constructor(private readonly asset: Asset) {}

  readonly read: Asset = (path) => {
    const picture = this.asset(path);
    this.digests[path] = pictureDigest(picture);
    return picture;
  };
}
