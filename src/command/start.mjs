// npm start, the main job: builds the package, then runs the course and writes the handouts.
import { createRequire } from "node:module";
import { buildPackage } from "./build.mjs";

const { built } = await buildPackage();
console.log(built ? "构建完成 / built: dist/" : "构建已是最新 / build is current: dist/");
process.exitCode = await createRequire(import.meta.url)("../../dist/command/start.js").start();
