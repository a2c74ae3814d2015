import { readFileSync } from "node:fs";
import { isOurs } from "./index-page";

/** Whether there is a file, or folder, of a page's name that no run of ours wrote: it is somebody's and stays. */
export function isForeign(file: string): boolean {
  try {
    return !isOurs(readFileSync(file, "utf8"));
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ENOENT";
  }
}
