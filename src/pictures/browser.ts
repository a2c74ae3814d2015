import type { Browser } from "playwright-core";
import { bundledBrowserPackage, prepareBundledBrowser } from "./bundled-browser";
import { guardFolders } from "./guard-folders";
import { MissingToolError } from "./missing-tool-error";
import { peer } from "./peer";
import { isExecutableFile, type Machine, systemBrowsers } from "./system-browsers";

/** A browser that may start. */
export interface BrowserCandidate {
  readonly origin: "KLAB_BROWSER" | "installed" | "@sparticuz/chromium";
  /** Its executable, or for the bundled one its package. */
  readonly path: string;
}

const thisMachine = (): Machine => ({
  platform: process.platform,
  env: process.env,
  isExecutable: isExecutableFile,
});

/**
 * Browsers in the order they are tried: the one KLAB_BROWSER names and no other, else installed Chrome, Chromium and
 * Edge, then @sparticuz/chromium. `KLAB_BROWSER=none` means no browser.
 *
 * @throws MissingToolError if KLAB_BROWSER names no program
 */
export function browserCandidates(
  machine: Machine = thisMachine(),
  bundled: string | undefined = bundledBrowserPackage(),
): readonly BrowserCandidate[] {
  const chosen = machine.env.KLAB_BROWSER;
  if (chosen === "none") return [];
  if (chosen) {
    if (!machine.isExecutable(chosen)) {
      throw new MissingToolError(
        `KLAB_BROWSER: 没有可执行文件 ${chosen}，请改正或删去该变量 / no program at ${chosen}: correct the variable or unset it`,
      );
    }
    return [{ origin: "KLAB_BROWSER", path: chosen }];
  }
  const installed = systemBrowsers(machine).map(
    (path): BrowserCandidate => ({ origin: "installed", path }),
  );
  return bundled ? [...installed, { origin: "@sparticuz/chromium", path: bundled }] : installed;
}

const quiet = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--font-render-hinting=none", // the same glyph shapes on every machine
  "--disable-lcd-text",
  "--force-color-profile=srgb",
  "--hide-scrollbars",
];

/** Offline, whatever a page asks for; `loopback`: but for servers on this machine. */
const offline = (loopback: boolean): string =>
  `--host-resolver-rules=MAP * ~NOTFOUND${loopback ? ", EXCLUDE 127.0.0.1" : ""}`;

async function launch({ origin, path }: BrowserCandidate, loopback: boolean): Promise<Browser> {
  const { chromium } = await peer(() => import("playwright-core"), "playwright-core");
  const isBundled = origin === "@sparticuz/chromium";
  const { executable, env } = isBundled
    ? await prepareBundledBrowser(path)
    : { executable: path, env: {} };
  const options = {
    executablePath: executable,
    // Chromium's sandbox does not start for root; the bundled build has none.
    chromiumSandbox: !isBundled && process.getuid?.() !== 0,
    args: [
      ...quiet,
      offline(loopback),
      ...(isBundled ? ["--no-zygote", "--enable-unsafe-swiftshader"] : []),
    ],
    timeout: 60_000,
    // A signal ends us, and at our exit the browser is ended too: one that is only closed lets the work go on.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  };
  return guardFolders((temporary) =>
    chromium.launch({ ...options, env: { ...process.env, ...env, TMPDIR: temporary } }),
  );
}

/**
 * Starts the first browser that can, without a network (`loopback`: but for this machine's own servers).
 *
 * @returns undefined if the machine has none, or none that starts; `log` hears why one did not
 * @throws MissingToolError if KLAB_BROWSER names no program, or one that does not start
 */
export async function openBrowser(
  options: { readonly log?: (line: string) => void; readonly loopback?: boolean } = {},
): Promise<Browser | undefined> {
  for (const candidate of browserCandidates()) {
    try {
      return await launch(candidate, options.loopback ?? false);
    } catch (error) {
      if (error instanceof MissingToolError) throw error;
      const reason = (error as Error).message.split("\n")[0];
      if (candidate.origin === "KLAB_BROWSER") {
        throw new MissingToolError(
          `KLAB_BROWSER: ${candidate.path} 无法启动 / does not start: ${reason}`,
        );
      }
      options.log?.(`浏览器无法启动 / browser does not start: ${candidate.path}: ${reason}`);
    }
  }
  return undefined;
}
