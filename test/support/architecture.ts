import { readdirSync, readFileSync } from "node:fs";

/** A row of the table of folders in ARCHITECTURE.md. */
export interface FolderRow {
  readonly folder: string;
  readonly mayImport: readonly string[];
  readonly isNodeOnly: boolean;
}

const text = readFileSync("ARCHITECTURE.md", "utf8");

/** The table of section 2, in its order. */
export const folderRows: readonly FolderRow[] = [
  ...text.matchAll(/^\| `([\w/-]+)` \| ((?:`[\w/-]+`(?:, )?)*) ?\| (.*) \|$/gm),
].map(([, folder, names, purpose]) => ({
  folder,
  mayImport: [...names.matchAll(/`([^`]+)`/g)].map(([, name]) => name),
  isNodeOnly: purpose.startsWith("*Node only.*"),
}));

/** Every source file of src, from there. */
export const sourceFiles: readonly string[] = readdirSync("src", {
  recursive: true,
  encoding: "utf8",
})
  .map((path) => path.replace(/\\/g, "/"))
  .filter((file) => /\.[cm]?ts$/.test(file));
