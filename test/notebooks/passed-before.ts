import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const folder = join("node_modules/.cache/klab/notebooks-passed");

/** Remembers which contents passed on which build, so that a slow check runs again only when something changed. */
export interface Memory {
  /** Whether this content passed; never in the full test. */
  readonly known: boolean;
  /** Why the test is skipped, for its title. */
  readonly note: string;
  remember(): void;
}

/** @param parts everything that decides the outcome, besides the build and Node itself */
export function passedBefore(...parts: readonly string[]): Memory {
  const hash = createHash("sha256").update(readFileSync("dist/.inputs")).update(process.version);
  for (const part of parts) hash.update("\0").update(part);
  const stamp = join(folder, hash.digest("hex"));
  const known = existsSync(stamp) && process.env.KLAB_FULL !== "1";
  return {
    known,
    note: known ? " (skipped: passed before with this content and build)" : "",
    remember() {
      mkdirSync(folder, { recursive: true });
      writeFileSync(stamp, "");
    },
  };
}
