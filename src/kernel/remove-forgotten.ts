import { lstatSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";

/** A kernel reads its connection file as it starts: after an hour no one needs it any more. */
const hour = 3_600_000;

/**
 * Removes our folders of an hour ago and more from `parent`: those of a runner that was killed between making one and
 * starting the kernel that would have removed it. By their age and not by the runner's number, which means nothing where
 * containers share a temporary folder.
 *
 * @param prefix with which the names of such folders begin
 */
export function removeForgotten(parent: string, prefix: string): void {
  for (const name of namesIn(parent)) {
    if (!name.startsWith(prefix)) continue;
    const folder = join(parent, name);
    try {
      const { uid, mtimeMs } = lstatSync(folder);
      if (uid !== (process.getuid?.() ?? uid) || Date.now() - mtimeMs < hour) continue;
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // Somebody else is removing it, or does not let us.
    }
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return []; // whoever wants to write there will say why it cannot be
  }
}
