import { mkdtempSync, promises, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";

type MakeFolder = (prefix: string) => Promise<string>;

/** Tries again while a browser that is being killed still writes there. */
function remove(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  } catch {
    // A temporary file that stays is no reason to end with an error.
  }
}

/**
 * The browser that `launch` starts, none of whose temporary files outlive it or this process.
 *
 * Until the browser runs, playwright-core clears away nothing: the folders it makes meanwhile are removed should this
 * process exit. They are made synchronously: no signal comes between a folder and our knowing of it. What the browser
 * itself writes to TMPDIR it leaves there when it is killed, so `launch` gets a folder to name as that.
 */
export async function guardFolders(
  launch: (temporary: string) => Promise<Browser>,
): Promise<Browser> {
  const temporary = mkdtempSync(join(tmpdir(), "klab-browser-"));
  const removeTemporary = (): void => remove(temporary);
  process.on("exit", removeTemporary);
  const made: string[] = [];
  const removeMade = (): void => made.forEach(remove);
  const owner = promises as { mkdtemp: unknown };
  const { mkdtemp } = owner;
  const makeFolder: MakeFolder = async (prefix) => {
    const folder = mkdtempSync(prefix);
    made.push(folder);
    return folder;
  };
  owner.mkdtemp = makeFolder;
  process.on("exit", removeMade);
  const ended = (): void => {
    process.off("exit", removeTemporary);
    removeTemporary();
  };
  try {
    const browser = await launch(temporary);
    browser.once("disconnected", ended);
    return browser;
  } catch (error) {
    ended();
    throw error;
  } finally {
    owner.mkdtemp = mkdtemp;
    process.off("exit", removeMade);
  }
}
