import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { cachedRecords } from "../../../src/handout/making/page-records";
import { cacheFolder } from "../../../src/pictures/cache-folder";

vi.mock("../../../src/pictures/cache-folder", async (load) => ({
  ...(await load<object>()),
  cacheFolder: vi.fn(),
}));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "klab 记录 "));
  vi.mocked(cacheFolder).mockReturnValue(folder);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const record = { recipe: "r", files: { "a.html": "d" }, pictures: {}, said: ["甲"] };

test("what is kept of a page is read again, by its path alone", () => {
  const page = join(folder, "a.html");
  cachedRecords({ anew: false })?.keep(page, record);
  expect(cachedRecords({ anew: false })?.read(page)).toMatchObject(record);
  expect(cachedRecords({ anew: false })?.read(join(folder, "b.html"))).toBeUndefined();
  expect(cachedRecords({ anew: true })?.read(page)).toBeUndefined();
});

test.each(["", "{", "null", "[]", '{"recipe":"r"}', '{"recipe":"r","files":{},"pictures":[]}'])(
  "a record that is spoilt is none: %s",
  (text) => {
    const records = cachedRecords({ anew: false });
    const page = join(folder, "a.html");
    records?.keep(page, record);
    const [file] = readdirSync(folder);
    writeFileSync(join(folder, file), text);
    expect(records?.read(page)).toBeUndefined();
  },
);

test("of many, those of pages that are gone go, and what another run is writing stays", () => {
  const there = join(folder, "there.html");
  writeFileSync(there, "");
  for (let i = 0; i < 301; i += 1)
    writeFileSync(join(folder, `${i}.json`), JSON.stringify({ page: i === 7 ? there : `${i}` }));
  writeFileSync(join(folder, ".8.json.tmp"), "{");
  cachedRecords({ anew: false });
  expect(readdirSync(folder).sort()).toEqual([".8.json.tmp", "7.json", "there.html"]);
});

test("a cache that cannot be read or cleaned stops nothing", () => {
  vi.mocked(cacheFolder).mockReturnValue(join(folder, "shut"));
  const page = join(folder, "a.html");
  const records = cachedRecords({ anew: false });
  records?.keep(page, record);
  expect(records?.read(page)).toBeUndefined();
  for (let i = 0; i < 301; i += 1)
    mkdirSync(join(folder, "full", `${i}.json`), { recursive: true });
  vi.mocked(cacheFolder).mockReturnValue(join(folder, "full"));
  expect(cachedRecords({ anew: false })).toBeDefined();
  expect(existsSync(join(folder, "full", "0.json"))).toBe(true);
  vi.mocked(cacheFolder).mockReturnValue(undefined);
  expect(cachedRecords({ anew: false })).toBeUndefined();
});
