import { expect, test } from "vitest";
import { requireHandoutPackages } from "../../src/pictures/handout-packages";
import { MissingToolError } from "../../src/pictures/missing-tool-error";

const complaint = (hasBrowser: boolean, installed?: (name: string) => boolean): string => {
  try {
    requireHandoutPackages(hasBrowser, installed);
  } catch (error) {
    expect(error).toBeInstanceOf(MissingToolError);
    return (error as Error).message;
  }
  return "";
};

test("in this checkout nothing is missing", () => {
  expect(complaint(true)).toBe("");
});

test("where nothing is installed, one line names one command with everything in it, by version", () => {
  const said = complaint(true, () => false);
  expect(said.split("\n")).toHaveLength(1);
  const [, command = ""] = /: run (npm i -D .*)$/.exec(said) ?? [];
  for (const name of [
    "markdown-it@15",
    "katex@0.17",
    "shiki@4",
    "sanitize-html@2.17",
    "playwright-core@1",
    "@fontsource/noto-sans-sc@5",
    "subset-font@2",
    "esbuild@0.28",
  ]) {
    expect(command.split(" ")).toContain(name);
  }
  expect(command).not.toMatch(/tslab|[\^~*|&<>]/);
});

test("what is installed is not asked for again", () => {
  const said = complaint(true, (name) => name !== "katex");
  expect(said).toMatch(/: run npm i -D katex@0\.17$/);
});

test("playwright is needed where there is a browser, and only there", () => {
  const without = (name: string): boolean => name !== "playwright-core";
  expect(complaint(true, without)).toContain("playwright-core@1");
  expect(complaint(false, without)).toBe("");
});

test("a browser of npm's is asked for only where there is none and it runs", () => {
  const bundles = process.platform === "linux" && process.arch === "x64";
  expect(complaint(true, () => false)).not.toContain("@sparticuz/chromium");
  expect(complaint(false, () => false).includes("@sparticuz/chromium@147.0.0")).toBe(bundles);
});
