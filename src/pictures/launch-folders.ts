import { mkdtempSync, promises, rmSync } from "node:fs";

type MakeFolder = (prefix: string) => Promise<string>;

/**
 * `launch`, with the temporary folders made meanwhile removed should this process exit before it is done: until the
 * browser runs, playwright-core clears away nothing. Made synchronously: no signal comes between a folder and our
 * knowing of it.
 */
export async function guardFolders<T>(launch: () => Promise<T>): Promise<T> {
  const made: string[] = [];
  const owner = promises as { mkdtemp: unknown };
  const { mkdtemp } = owner;
  const remove = (): void => {
    for (const folder of made) rmSync(folder, { recursive: true, force: true });
  };
  const makeFolder: MakeFolder = async (prefix) => {
    const folder = mkdtempSync(prefix);
    made.push(folder);
    return folder;
  };
  owner.mkdtemp = makeFolder;
  process.on("exit", remove);
  try {
    return await launch();
  } finally {
    owner.mkdtemp = mkdtemp;
    process.off("exit", remove);
  }
}
