import { createHash } from "node:crypto";

/** A page without what lies beside it, and the files that it then needs, by their paths from it. */
export interface SharedPage {
  readonly html: string;
  readonly assets: ReadonlyMap<string, string | Uint8Array>;
}

/** Whether a page tells of solutions. */
export const isTeachers = (page: string): boolean => page.includes('<body class="teacher">');

/** The folder beside the pages that holds what several of them use. */
export const assetFolder = "assets";

/** What only the teacher's pages use, and tells of solutions: the other folder is given to students. */
export const teacherFolder = "teacher-assets";

/** What a page beside its files is to weigh at most, with some room to the 250 kB that are promised. */
export const pageBudget = 240_000;

const shortHash = (content: string | Uint8Array): string =>
  createHash("sha256").update(content).digest("hex").slice(0, 12);

/**
 * The files beside a page. Each is named by its content: pages of two versions may lie together, and a file that is there
 * is never stale.
 */
export class AssetFiles {
  readonly files = new Map<string, string | Uint8Array>();

  constructor(private readonly folder: string = assetFolder) {}

  /** @returns the path of the file from the page */
  add(name: string, end: string, content: string | Uint8Array): string {
    const file = `${this.folder}/${name}-${shortHash(content)}.${end}`;
    this.files.set(file, content);
    return file;
  }
}
