import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { HandoutError } from "../../src/handout/handout-error";
import { writeHandouts } from "../../src/handout/write-handouts";
import { lesson } from "./fixture";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "klab 讲义 "));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function make(): Promise<{ lines: string[]; files: readonly string[] }> {
  const lines: string[] = [];
  const { files } = await writeHandouts([{ name: "x", notebook: lesson() }], {
    out: folder,
    audiences: ["student"],
    renderer: undefined,
    log: (line) => lines.push(line),
  });
  return { lines, files };
}

const index = (): string => join(folder, "index.html");

/** What an index of ours looked like before it named its generator. */
const earlier = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; font-src data:; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>讲义目录</title>
<style></style></head><body></body></html>`;

describe("files of others in the folder", () => {
  test.each([
    ["a home page", "<!doctype html><title>My site</title><style>p{}</style><h1>Hello</h1>"],
    ["nothing at all", ""],
    ["a fragment without a head", "<p>hello"],
    [
      "a page that quotes ours in its text",
      '<html><head></head><body><meta name="generator" content="klab handout"></body></html>',
    ],
    ["a page with our title", "<!doctype html><title>讲义目录</title><style></style>"],
  ])("an index.html that is %s stays as it is, and that is said", async (_, text) => {
    writeFileSync(index(), text);
    const { lines, files } = await make();
    expect(readFileSync(index(), "utf8")).toBe(text);
    expect(files).toEqual([join(folder, "x.html")]);
    expect(lines.filter((line) => line.includes("index.html"))).toHaveLength(1);
  });

  test("a folder called index.html stays, and the page is written", async () => {
    mkdirSync(index());
    const { files } = await make();
    expect(files).toEqual([join(folder, "x.html")]);
    expect(readdirSync(index())).toEqual([]);
  });

  test("our own index is written anew, also one that did not name its generator", async () => {
    await make();
    const own = readFileSync(index(), "utf8");
    writeFileSync(index(), earlier);
    const { files } = await make();
    expect(files.at(-1)).toBe(index());
    expect(readFileSync(index(), "utf8")).toBe(own);
    await make();
    expect(readFileSync(index(), "utf8")).toBe(own);
  });

  test.each([
    ["nbconvert's", "<!DOCTYPE html><html><head><title>x</title></head><body></body></html>"],
    ["anybody's", "notes"],
  ])("%s page of the notebook's name is refused before anything is written", async (_, text) => {
    writeFileSync(join(folder, "x.html"), text);
    await expect(make()).rejects.toThrow(HandoutError);
    expect(readdirSync(folder)).toEqual(["x.html"]);
    expect(readFileSync(join(folder, "x.html"), "utf8")).toBe(text);
  });
});
