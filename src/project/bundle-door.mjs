// Puts what klab's door reaches into one file: opening some hundred small ones was most of the time of an import.
// Plain JavaScript: it runs before anything is built.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, posix, relative } from "node:path";

const { resolve } = createRequire(import.meta.url);

const bundleName = "modules.js";
/** As tsc writes it. */
const relativeRequire = /\brequire\("(\.[^"]+)"\)/g;

const loader = `"use strict";
const started = {};
exports.load = load;
exports.started = () => Object.keys(started);
function load(name) {
  if (Object.hasOwn(started, name)) return started[name].exports;
  const module = (started[name] = { exports: {} });
  try {
    modules[name](module.exports, module);
  } catch (error) {
    delete started[name];
    throw error;
  }
  return module.exports;
}
function late(names, name, value) {
  Object.defineProperty(names, name, { value, enumerable: true, configurable: true });
  return value;
}
const modules = {
`;

/** What a file re-exports, as tsc writes it, with its requires resolved. */
const opened = /^var (\w+) = (load\("[^"]+"\));$/gm;
const namespace = /^exports\.(\w+) = __importStar\((load\("[^"]+"\))\);$/gm;

/**
 * A file that only re-exports, which opens the files it names when one of their names is first read: whoever requires the
 * door for `kl` opens a third of it, and a kernel's first cell waits for that much less. Read once, a name is a plain value.
 */
function openedLate(text) {
  const calls = new Map();
  const rest = text.replace(opened, (_, local, call) => {
    calls.set(local, call);
    return "";
  });
  return rest
    .replace(
      /"(\w+)", \{ enumerable: true, get: function \(\) \{ return (\w+)\.(\w+); \} \}/g,
      (whole, name, local, own) =>
        calls.has(local)
          ? `"${name}", { enumerable: true, configurable: true, get: function () { return late(this, "${name}", ${calls.get(local)}.${own}); } }`
          : whole,
    )
    .replace(
      namespace,
      'Object.defineProperty(exports, "$1", { enumerable: true, configurable: true, get: function () { return late(this, "$1", $2); } });',
    );
}

/** The bundled files by their names, each after those that it requires, with their requires resolved. */
function filesFrom(out, door) {
  const files = new Map();
  const visit = (name) => {
    if (files.has(name)) return;
    files.set(name, "");
    const text = readFileSync(join(out, name), "utf8").replace(relativeRequire, (_, specifier) => {
      const file = resolve(join(out, posix.dirname(name), specifier));
      const required = relative(out, file).replaceAll("\\", "/");
      visit(required);
      return `load("${required}")`;
    });
    files.delete(name);
    files.set(name, text);
  };
  visit(door);
  return files;
}

/**
 * Leaves of each bundled file a line that hands over the module of the bundle, so that whoever requires a file by its
 * path, as `derivations` and the command do, has the same classes as who requires the door.
 *
 * Those that are `reexporting` open what they name when it is first read. Else the files' text is kept as it is: bundlers
 * make `var` of the `const` of a module, and calls across modules slower.
 */
export function bundleDoor(out, door, reexporting = []) {
  const files = filesFrom(out, door);
  for (const name of reexporting) files.set(name, openedLate(files.get(name)));
  const parts = Array.from(files, ([name, text]) => `"${name}"(exports, module) {\n${text}\n},\n`);
  writeFileSync(join(out, bundleName), `${loader}${parts.join("")}};\n`);
  for (const name of files.keys()) {
    const path = posix.relative(posix.dirname(name), bundleName);
    const specifier = path.startsWith(".") ? path : `./${path}`;
    writeFileSync(join(out, name), `module.exports = require("${specifier}").load("${name}");\n`);
  }
}
