import { join } from "node:path";
import { hanFontRule, withStyleRule } from "../han-font";
import { readEntries } from "../index-entry";
import { indexPage } from "../index-page";
import { isForeign } from "../is-foreign";
import { indexName } from "../page-names";
import type { Audience } from "../versions";
import { writeWhole } from "../write-whole";
import type { HandoutEntry } from "./handout-entry";

const keptIndex = (file: string): string =>
  `${file}: 不是klab写的目录，保持原样，没有写目录 / not an index of klab's: left as it is, no index written`;

/** The lists of a folder's handouts: the students' last, and none in the place of somebody else's. */
export async function writeIndexes(
  out: string,
  audiences: readonly Audience[],
  entries: readonly HandoutEntry[],
  log: (line: string) => void,
): Promise<string[]> {
  const listed = readEntries(out);
  const paths = entries.find(({ course }) => course?.paths.length)?.course?.paths ?? [];
  const files: string[] = [];
  for (const audience of [...new Set(audiences)].sort().reverse()) {
    const index = join(out, indexName(audience));
    if (isForeign(index)) {
      log(keptIndex(index));
      continue;
    }
    const contents = indexPage(listed, audience, paths);
    writeWhole(index, withStyleRule(contents, await hanFontRule(contents)));
    files.push(index);
  }
  return files;
}
