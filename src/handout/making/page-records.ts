import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { cacheFolder, keepInCache } from "../../pictures/cache-folder";
import { isRecord } from "../../words/is-record";

/** How a page was made, and what came of it. */
export interface PageRecord {
  /** A digest of all that it was made of. */
  readonly recipe: string;
  /** Digests of the files written, by their paths from the page's folder. */
  readonly files: Readonly<Record<string, string>>;
  /** Digests of the pictures beside the notebook that it asked for; null for one that was not there. */
  readonly pictures: Readonly<Record<string, string | null>>;
  /** What was said of it in the terminal. */
  readonly said: readonly string[];
}

/** What is remembered of pages, by the path of each. */
export interface PageRecords {
  read(page: string): PageRecord | undefined;
  keep(page: string, record: PageRecord): void;
}

const isPageRecord = (value: unknown): value is PageRecord =>
  isRecord(value) &&
  typeof value.recipe === "string" &&
  isRecord(value.files) &&
  isRecord(value.pictures) &&
  Array.isArray(value.said);

/** More than any course has: beyond it, records of pages that are gone are removed. */
const many = 300;

function isLost(file: string): boolean {
  try {
    const { page } = JSON.parse(readFileSync(file, "utf8")) as { page?: unknown };
    return typeof page !== "string" || !existsSync(page);
  } catch {
    return true; // cut short
  }
}

function forgetLost(folder: string): void {
  try {
    // What another run is writing just now has another ending.
    const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
    if (names.length <= many) return;
    for (const file of names.map((name) => join(folder, name)))
      if (isLost(file)) rmSync(file, { force: true });
  } catch {
    // In a folder that is shut to us it stays: no handout waits for it.
  }
}

/**
 * Records in the cache, one for each page that was ever written and none beside it: a folder of handouts is to be given
 * away.
 *
 * @param options `anew`: nothing is remembered of earlier runs
 * @returns undefined where nothing can be kept
 */
export function cachedRecords({ anew }: { readonly anew: boolean }): PageRecords | undefined {
  const folder = cacheFolder("pages");
  if (folder === undefined) return undefined;
  forgetLost(folder);
  const fileOf = (page: string): string =>
    join(folder, `${createHash("sha256").update(resolve(page)).digest("hex").slice(0, 32)}.json`);
  return {
    read(page) {
      if (anew) return undefined;
      try {
        const record: unknown = JSON.parse(readFileSync(fileOf(page), "utf8"));
        return isPageRecord(record) ? record : undefined;
      } catch {
        return undefined; // none, or cut short
      }
    },
    keep: (page, record) =>
      keepInCache(fileOf(page), JSON.stringify({ page: resolve(page), ...record })),
  };
}
