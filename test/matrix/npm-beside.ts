import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

/** What a program said and how it ended. */
export interface Said {
  readonly status: number | null;
  readonly text: string;
}

/** What npm tells the scripts it runs of the project they are in; another npm would take it for its own. */
const inherited = /^npm_(package_|lifecycle_|command$|config_local_prefix$)/i;

/** npm, as a user's shell runs it, without the settings of an npm script that we may run under. */
export function npm(
  args: readonly string[],
  cwd: string,
  extra: Readonly<Record<string, string>> = {},
): Said {
  const env = Object.fromEntries(
    Object.entries({ ...process.env, ...extra }).filter(([name]) => !inherited.test(name)),
  );
  const script = /npm-cli\.js$/.exec(process.env.npm_execpath ?? "")?.input;
  // By its file, where known: no shell then, so that spaces need no quotes.
  const [program, first] = script ? [process.execPath, [script]] : ["npm", []];
  const { status, stdout, stderr, error } = spawnSync(program, [...first, ...args], {
    cwd,
    env,
    encoding: "utf8",
    shell: program === "npm" && process.platform === "win32",
    timeout: 300_000,
  });
  return { status, text: `${stdout ?? ""}${stderr ?? ""}${error?.message ?? ""}`.trim() };
}

/** Where packages lie that only slow tests need, beside the project's own. */
export const besideFolder = (name: string): string => resolve("node_modules/.cache/klab", name);

/**
 * Installs `dependencies` into `besideFolder(name)` unless all `files` are there; says why it could not.
 *
 * Only the slow run installs anything.
 */
export function installedBeside(
  name: string,
  dependencies: Readonly<Record<string, string>>,
  files: readonly string[],
): string | undefined {
  if (process.env.KLAB_FULL !== "1") return "set KLAB_FULL=1, or run npm run test:full";
  const folder = besideFolder(name);
  const complete = (): boolean => files.every((file) => existsSync(join(folder, file)));
  if (complete()) return undefined;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, dependencies }));
  const { status, text } = npm(["install", "--no-audit", "--no-fund"], folder);
  if (status === 0 && complete()) return undefined;
  return `npm could not install ${Object.keys(dependencies).join(", ")}: ${text}`;
}
