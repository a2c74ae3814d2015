import { dirname, join, relative } from "node:path";
import type { Edition } from "../edition";
import { fileName } from "../page-names";
import type { PictureBook } from "../picture-book";
import { writeWhole } from "../write-whole";
import { contentDigest } from "./content-digest";
import type { HandoutEntry } from "./handout-entry";
import { isCurrent } from "./is-current";
import { type PageFilesOptions, pageFiles } from "./page-files";
import type { PageRecords } from "./page-records";
import { type RecipeOptions, recipeDigest } from "./recipe-digest";
import { WatchedAssets } from "./watched-assets";
import type { Workshop } from "./workshop";

/** An edition's files as they lie in the folder now. */
export interface WrittenPage {
  /** The page first; without what pages share. */
  readonly files: readonly string[];
  /** False where all lay there already. */
  readonly isNew: boolean;
}

export interface MakePageOptions extends PageFilesOptions {
  readonly workshop: Omit<Workshop, "log">;
  readonly pictures: PictureBook;
  readonly recipe: RecipeOptions;
  readonly records: PageRecords | undefined;
  /** Hears what is said of the page, the same whether it is made or was. */
  readonly log: (line: string) => void;
}

/** Makes and writes an edition's page and what goes with it; leaves it where it would be the same again. */
export async function makePage(
  entry: HandoutEntry,
  edition: Edition,
  options: MakePageOptions,
): Promise<WrittenPage> {
  const { out, pictures, records, log } = options;
  const page = join(out, fileName(entry.name, edition.audience));
  const recipe = recipeDigest(edition, options.recipe);
  const record = records?.read(page);
  if (isCurrent(record, { recipe, folder: out, asset: entry.asset })) {
    for (const line of record.said) log(line);
    return { files: listed(out, Object.keys(record.files)), isNew: false };
  }
  const said: string[] = [];
  const tell = (line: string): void => {
    said.push(line);
    log(line);
  };
  const isComplete = await pictures.draw(edition.figures, tell);
  const assets = new WatchedAssets(entry.asset ?? (() => undefined));
  const watched = { ...entry, asset: assets.read };
  const made = await pageFiles(watched, edition, { ...options.workshop, log: tell }, options);
  for (const { file, content } of made) writeWhole(file, content);
  const digests = made.map(({ file, content }) => [relative(out, file), contentDigest(content)]);
  const files: Record<string, string> = Object.fromEntries(digests);
  if (isComplete) records?.keep(page, { recipe, files, pictures: assets.digests, said });
  return { files: listed(out, Object.keys(files)), isNew: true };
}

/** Without what pages share. */
const listed = (out: string, files: readonly string[]): string[] =>
  files.filter((file) => dirname(file) === ".").map((file) => join(out, file));
