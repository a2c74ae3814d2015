#!/usr/bin/env node
// Committed, so that npm can link the command before anything is built.
const { existsSync } = require("node:fs");
const { join } = require("node:path");

const main = join(__dirname, "../../dist/command/main.js");
if (!existsSync(main)) {
  console.error("klab: 还没有构建，请先运行 npm run build / not built yet: run npm run build");
  process.exit(2);
}
require(main).main(process.argv.slice(2));
