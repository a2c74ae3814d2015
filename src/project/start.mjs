// npm start, the main job: builds the package, then runs the course and writes the handouts.
import { createRequire } from "node:module";
import { buildOrSay } from "./build.mjs";

if (await buildOrSay()) {
  process.exitCode = await createRequire(import.meta.url)("../../dist/project/start.js").start();
}
