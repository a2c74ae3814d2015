import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";
import { bundleDoor } from "../../src/project/bundle-door.mjs";

const require = createRequire(import.meta.url);
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function bundled(files: Readonly<Record<string, string>>, ...reexporting: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), "klab-door-"));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  bundleDoor(folder, "index.js", reexporting);
  return folder;
}

const box = "exports.Box = class Box {};";

test("what the door reaches is one file, and a path gives the module that the door gives", () => {
  const folder = bundled({
    "index.js": 'exports.Box = require("./a/box").Box; exports.twin = require("./b").Box;',
    "a/box.js": box,
    "b/index.js": 'exports.Box = require("../a/box").Box;',
    "other.js": 'exports.Box = require("./a/box").Box;',
  });
  const door = require(folder);
  expect(door.twin).toBe(door.Box);
  expect(require(join(folder, "a/box.js")).Box).toBe(door.Box);
  expect(require(join(folder, "other.js")).Box).toBe(door.Box);
  const text = readFileSync(join(folder, "modules.js"), "utf8");
  expect(text.split(box)).toHaveLength(2);
  expect(readFileSync(join(folder, "other.js"), "utf8")).not.toContain("modules.js");
});

test("a module starts when it is first required, and circles see what there is so far", () => {
  const folder = bundled({
    "index.js":
      'exports.early = require("./a").seen; exports.late = () => require("./late").value;',
    "a.js": 'exports.name = "a"; exports.seen = require("./b").seen;',
    "b.js": 'exports.seen = require("./a").name;',
    "late.js": "globalThis.klabDoorStarted = true; exports.value = 7;",
  });
  const door = require(folder);
  expect(door.early).toBe("a");
  expect(globalThis).not.toHaveProperty("klabDoorStarted");
  expect(door.late()).toBe(7);
  expect(globalThis).toHaveProperty("klabDoorStarted", true);
});

test("a module that throws is tried again at the next require, and packages are required as ever", () => {
  const folder = bundled({
    "index.js":
      'exports.join = require("node:path").join; exports.get = () => require("./moody").value;',
    "moody.js": 'if (!globalThis.klabDoorReady) throw new Error("not yet"); exports.value = 1;',
  });
  const door = require(folder);
  expect(door.join).toBe(join);
  expect(door.get).toThrow("not yet");
  Object.assign(globalThis, { klabDoorReady: true });
  expect(door.get()).toBe(1);
});

test("a file that re-exports opens what it names when the name is read, and once", () => {
  const reexport = (name: string, local: string, own = name): string =>
    `Object.defineProperty(exports, "${name}", { enumerable: true, get: function () { return ${local}.${own}; } });`;
  const opened: string[] = [];
  Object.assign(globalThis, { klabDoorOpened: opened });
  const folder = bundled(
    {
      "index.js": `exports.far = exports.near = void 0;\n${[
        'var near_1 = require("./near");',
        reexport("near", "near_1"),
        reexport("alias", "near_1", "near"),
        'exports.all = __importStar(require("./far"));',
      ].join("\n")}`,
      "near.js": 'klabDoorOpened.push("near"); exports.near = () => 1;',
      "far.js": 'klabDoorOpened.push("far"); exports.__esModule = true; exports.far = 2;',
    },
    "index.js",
  );
  const door = require(folder);
  expect(Object.keys(door).sort()).toEqual(["alias", "all", "far", "near"]);
  expect(opened).toEqual([]);
  expect(door.near()).toBe(1);
  expect(opened).toEqual(["near"]);
  expect(Object.getOwnPropertyDescriptor(door, "near")).toMatchObject({
    enumerable: true,
    writable: false,
  });
  const { alias, all } = door;
  expect(alias).toBe(door.near);
  expect(all.far).toBe(2);
  expect(door.all).toBe(all);
  expect(opened).toEqual(["near", "far"]);
  expect(require(join(folder, "far.js"))).toBe(all);
});

test("requiring klab opens a few of its files, and reading a name those that it needs", () => {
  const code = `const klab = require("klab");
    const { started } = require(${JSON.stringify(resolve("dist/modules.js"))});
    const few = started().length; klab.kl; const some = started().length; ({ ...klab });
    console.log(JSON.stringify([few, some, started().length]));`;
  const [few, some, all] = JSON.parse(
    execFileSync(process.execPath, ["-e", code], { encoding: "utf8" }),
  ) as number[];
  expect(few).toBeLessThan(10);
  expect(some).toBeGreaterThan(few);
  expect(some).toBeLessThan(0.7 * all);
});
