import { createRequire } from "node:module";
import { join } from "node:path";

/**
 * A package that klab does without until it is asked for: looked up from the folder that one works in, then from klab's
 * own, so that a project's own version wins.
 *
 * @throws Error that says what to install, if it is in neither
 */
export async function loadOptional<Module>(name: string, caller: string): Promise<Module> {
  const from = [join(process.cwd(), "package.json"), __filename].map((place) =>
    createRequire(place),
  );
  for (const require of from) {
    let found: string;
    try {
      found = require.resolve(name);
    } catch {
      continue; // not there: the next place
    }
    return require(found) as Module;
  }
  throw new Error(
    `${caller}: 缺少 ${name}，请运行 npm i ${name} / the package ${name} is missing: npm i ${name}`,
  );
}
