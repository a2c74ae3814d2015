import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { buffer } from "node:stream/consumers";
import { brotliCompressSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import { prepareBundledBrowser } from "../../src/pictures/bundled-browser";
import { cacheFolder } from "../../src/pictures/cache-folder";

const onPosix = process.platform !== "win32";
const needsShell = "the browser of this test is a shell script";
// Inside the checkout: the package's own tar-fs is found from there.
const packageRoot = resolve(".klab", `browser package ${process.pid}`);
const version = `0.0.0-test-${process.pid}`;
const unpacked = (): string => join(cacheFolder("browser") as string, `chromium-${version}`);

interface TarPacker {
  pack(folder: string): NodeJS.ReadableStream;
}

/** A package like @sparticuz/chromium, whose browser is a script that only tells its version. */
beforeEach(async () => {
  const bin = join(packageRoot, "bin");
  const content = join(packageRoot, "content", "lib");
  mkdirSync(bin, { recursive: true });
  mkdirSync(content, { recursive: true });
  writeFileSync(join(content, "library.so"), "library");
  writeFileSync(join(packageRoot, "package.json"), JSON.stringify({ version }));
  const chromium = dirname(require.resolve("@sparticuz/chromium"));
  const { pack } = createRequire(chromium)("tar-fs") as TarPacker;
  const tar = brotliCompressSync(await buffer(pack(join(packageRoot, "content"))));
  writeFileSync(join(bin, "chromium.br"), brotliCompressSync("#!/bin/sh\necho 1.0\n"));
  for (const name of ["swiftshader", "al2023", "fonts"])
    writeFileSync(join(bin, `${name}.tar.br`), tar);
});
afterEach(() => {
  for (const folder of [packageRoot, unpacked()]) rmSync(folder, { recursive: true, force: true });
});

const whole = (): void => {
  expect(spawnSync(join(unpacked(), "chromium"), { encoding: "utf8" }).stdout).toBe("1.0\n");
  expect(readFileSync(join(unpacked(), "libraries/lib/library.so"), "utf8")).toBe("library");
  expect(existsSync(join(unpacked(), "fonts.conf"))).toBe(true);
};

test("a browser is unpacked once, then found", async ({ skip }) => {
  skip(!onPosix, needsShell);
  const { executable } = await prepareBundledBrowser(packageRoot);
  expect(executable).toBe(join(unpacked(), "chromium"));
  whole();
  writeFileSync(join(unpacked(), "mark"), "");
  await prepareBundledBrowser(packageRoot);
  expect(existsSync(join(unpacked(), "mark"))).toBe(true);
});

test.for<readonly [string, readonly string[]]>([
  ["a folder that a running browser made anew", ["locales"]],
  ["no fonts", ["chromium", "libraries"]],
  ["an empty folder", []],
])("%s, left of it by an installation, is replaced", async ([, names], { skip }) => {
  skip(!onPosix, needsShell);
  for (const name of names) mkdirSync(join(unpacked(), name), { recursive: true });
  mkdirSync(unpacked(), { recursive: true });
  await prepareBundledBrowser(packageRoot);
  whole();
});
