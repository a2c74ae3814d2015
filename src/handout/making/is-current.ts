import { join } from "node:path";
import { readRegularFile } from "../../notebook/regular-file";
import { contentDigest } from "./content-digest";
import type { PageRecord } from "./page-records";
import { type Asset, pictureDigest } from "./watched-assets";

function isAsWritten(file: string, digest: string): boolean {
  try {
    return contentDigest(readRegularFile(file)) === digest;
  } catch {
    return false; // gone
  }
}

/** What a page would be made of now, and where it lies. */
export interface PageNow {
  readonly recipe: string;
  readonly folder: string;
  readonly asset: Asset | undefined;
}

/** Whether a page would be made of the same things again, and lies where it was put, as it was put there. */
export function isCurrent(
  record: PageRecord | undefined,
  { recipe, folder, asset = () => undefined }: PageNow,
): record is PageRecord {
  return (
    record?.recipe === recipe &&
    Object.entries(record.pictures).every(
      ([path, digest]) => pictureDigest(asset(path)) === digest,
    ) &&
    Object.entries(record.files).every(([file, digest]) => isAsWritten(join(folder, file), digest))
  );
}
