// Plain JavaScript: it runs before anything is built.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const src = join(fileURLToPath(import.meta.url), "../..");

/**
 * What matches these sources, and all in those that are folders.
 *
 * @param names from src on: `learning/operations/`, `derivations/world.ts`
 * @throws Error where one is not there: of a file that got another name, a bundle would leave out in silence what is
 *   special about it
 */
export function matchingSources(names) {
  const lost = names.filter((name) => !existsSync(join(src, name)));
  if (lost.length > 0) {
    throw new Error(
      `${lost.join("、")}: src里没有，改名了吗？ / not in src: has it got another name?`,
    );
  }
  const patterns = names.map((name) => {
    const path = name.replaceAll(".", "\\.").replaceAll("/", "[\\\\/]");
    return name.endsWith("/") ? `${path}.*\\.ts$` : `${path}$`;
  });
  return new RegExp(`[\\\\/]src[\\\\/](?:${patterns.join("|")})`);
}
