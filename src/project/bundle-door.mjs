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
const modules = {
`;

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
 * The files' text is kept as it is: bundlers make `var` of the `const` of a module, and calls across modules slower.
 */
export function bundleDoor(out, door) {
  const files = filesFrom(out, door);
  const parts = Array.from(files, ([name, text]) => `"${name}"(exports, module) {\n${text}\n},\n`);
  writeFileSync(join(out, bundleName), `${loader}${parts.join("")}};\n`);
  for (const name of files.keys()) {
    const path = posix.relative(posix.dirname(name), bundleName);
    const specifier = path.startsWith(".") ? path : `./${path}`;
    writeFileSync(join(out, name), `module.exports = require("${specifier}").load("${name}");\n`);
  }
}
