import { existsSync } from "node:fs";
import { join } from "node:path";
import { MissingToolError } from "./missing-tool-error";

// Not peers: beside another version of one of them the library itself could not be installed.
const { devDependencies: ranges } = require("../../package.json") as {
  readonly devDependencies: Readonly<Record<string, string>>;
};

/** Without these there is no page, or, of what compresses, not the same page as elsewhere. */
const forPages = ["markdown-it", "katex", "shiki", "sanitize-html", "@gfx/zopfli"];
/** Without these a browser that is there cannot draw. */
const forPictures = ["playwright-core", "@fontsource/noto-sans-sc"];
const bundledBrowser = "@sparticuz/chromium";
/** What handouts are made with, in full. */
export const allHandoutPackages = [
  ...forPages,
  ...forPictures,
  bundledBrowser,
  "@citation-js/core",
  "@citation-js/plugin-bibtex",
  "esbuild",
  "plotly.js-basic-dist-min",
  "plotly.js-cartesian-dist-min",
  "reveal.js",
  "subset-font",
  "@fontsource/noto-sans-mono",
];

/** Looked at first, without opening a file: resolving finds nothing where no more files may be open. */
export function isInstalled(name: string): boolean {
  const folders = require.resolve.paths(name) ?? [];
  if (folders.some((folder) => existsSync(join(folder, name, "package.json")))) return true;
  try {
    require.resolve(`${name}/package.json`);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "MODULE_NOT_FOUND"; // one may keep its manifest to itself
  }
}

/** What npm is to be asked for: versions that klab is made for, written without ^, which some shells read. */
function specifier(name: string): string {
  const range = ranges[name] ?? "";
  const [major, minor] = range.replace("^", "").split(".");
  if (!range.startsWith("^")) return range ? `${name}@${range}` : name;
  return `${name}@${major === "0" ? `0.${minor}` : major}`;
}

/** The error for a package that is there and yet does not load. */
export const unreadablePackage = (name: string): MissingToolError =>
  new MissingToolError(
    `${name} 已安装而读不出：若打开的文件太多，请提高 ulimit -n；否则重装，npm i -D ${specifier(name)} / ${name} is installed and cannot be read: with too many open files raise ulimit -n, else install it again, npm i -D ${specifier(name)}`,
  );

/** The error that names the command which installs `names`. */
export function missingPackages(names: readonly string[]): MissingToolError {
  const list = names.join(", ");
  const command = `npm i -D ${names.map(specifier).join(" ")}`;
  return new MissingToolError(`缺少 ${list}，请运行 ${command} / ${list} missing: run ${command}`);
}

/**
 * Asks at once for all that handouts are made with, so that nobody installs one package after another.
 *
 * What only makes pages smaller or draws pictures is asked for together with what pages cannot be made without.
 *
 * @param hasBrowser whether there is a browser to draw pictures with
 * @throws MissingToolError, one line with one npm command, if a package that is needed is missing
 */
export function requireHandoutPackages(
  hasBrowser: boolean,
  installed: (name: string) => boolean = isInstalled,
): void {
  const needed = hasBrowser ? [...forPages, ...forPictures] : forPages;
  if (needed.every(installed)) return;
  const bundles = !hasBrowser && process.platform === "linux" && process.arch === "x64";
  const tools = allHandoutPackages.filter((name) => name !== bundledBrowser || bundles);
  throw missingPackages(tools.filter((name) => !installed(name)));
}
