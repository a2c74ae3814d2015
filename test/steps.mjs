// What npm test and npm run ok share: programs of packages, run in turn or side by side.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const require = createRequire(import.meta.url);

/** A package's own script, by its file: npm's links may point to another TypeScript (tslab's). */
export function script(packageName, bin) {
  const manifest = require.resolve(`${packageName}/package.json`);
  const entry = JSON.parse(readFileSync(manifest, "utf8")).bin;
  return join(dirname(manifest), typeof entry === "string" ? entry : entry[bin]);
}

/** Runs `args` under this Node and says in one line how it went and how long it took; true where all is well. */
export async function step(title, args, env = process.env) {
  const start = performance.now();
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: "inherit" });
  const ok = await new Promise((resolve) => {
    child.once("error", () => resolve(false));
    child.once("exit", (code) => resolve(code === 0));
  });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${ok ? "✓" : "✗"} ${title} (${seconds} s)`);
  return ok;
}
