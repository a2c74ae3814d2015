import { spawnSync } from "node:child_process";
import {
  chmodSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress } from "node:zlib";
import { cacheFolder } from "./cache-folder";

export interface BundledBrowser {
  readonly executable: string;
  readonly env: Readonly<Record<string, string>>;
}

/** The folder of @sparticuz/chromium, where it is installed and made for this machine. */
export function bundledBrowserPackage(): string | undefined {
  if (process.platform !== "linux" || process.arch !== "x64") return undefined;
  try {
    const root = join(dirname(require.resolve("@sparticuz/chromium")), "../..");
    return existsSync(join(root, "bin/chromium.br")) ? root : undefined;
  } catch {
    return undefined;
  }
}

const fontConfiguration = (folder: string): string =>
  `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/font-cache</cachedir></fontconfig>\n`;

interface TarExtractor {
  extract(folder: string): NodeJS.WritableStream;
}

/**
 * Unpacks the package's browser once, into a folder of ours.
 *
 * Its own unpacking shares one folder of the temporary directory between all users and versions, and leaves its
 * libraries out except on certain hosts.
 */
async function unpack(packageRoot: string): Promise<string> {
  const { version } = require(join(packageRoot, "package.json")) as { version: string };
  const cache = cacheFolder("browser");
  if (!cache) throw new Error("no folder to unpack the browser into");
  const folder = join(cache, `chromium-${version}`);
  const isWhole = (): boolean =>
    ["chromium", "fonts.conf"].every((name) => existsSync(join(folder, name)));
  if (isWhole()) return folder;
  const partial = mkdtempSync(join(cache, "partial-"));
  const { extract } = createRequire(join(packageRoot, "package.json"))("tar-fs") as TarExtractor;
  const inflate = (name: string, target: NodeJS.WritableStream): Promise<void> =>
    pipeline(
      createReadStream(join(packageRoot, "bin", name)),
      createBrotliDecompress({ chunkSize: 2 ** 21 }),
      target,
    );
  try {
    mkdirSync(join(partial, "libraries"));
    await inflate("chromium.br", createWriteStream(join(partial, "chromium")));
    await inflate("swiftshader.tar.br", extract(partial)); // WebGL, looked for beside the executable
    await inflate("al2023.tar.br", extract(join(partial, "libraries")));
    await inflate("fonts.tar.br", extract(partial));
    chmodSync(join(partial, "chromium"), 0o700);
    writeFileSync(join(partial, "fonts.conf"), fontConfiguration(folder));
    // A part of it stays where an installation cleared the folder under a browser that ran.
    if (!isWhole()) rmSync(folder, { recursive: true, force: true });
    renameSync(partial, folder);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    if (!isWhole()) throw error; // else another process was faster
  }
  return folder;
}

/** Unpacks the bundled browser and finds the environment it starts in. */
export async function prepareBundledBrowser(packageRoot: string): Promise<BundledBrowser> {
  const folder = await unpack(packageRoot);
  const executable = join(folder, "chromium");
  const env: Record<string, string> = {};
  if (!existsSync("/etc/fonts/fonts.conf")) env.FONTCONFIG_FILE = join(folder, "fonts.conf");
  const starts = spawnSync(executable, ["--version"], { timeout: 20_000, stdio: "ignore" });
  if (starts.status !== 0) {
    const libraries = join(folder, "libraries/lib"); // libnss3 and its kin are missing
    env.LD_LIBRARY_PATH = [libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(":");
  }
  return { executable, env };
}
