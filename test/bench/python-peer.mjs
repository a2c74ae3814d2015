// A Python that answers bench requests, or none.
import { spawn, spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const script = join(dirname(fileURLToPath(import.meta.url)), "peers.py");

/** Starts the first Python found; undefined if there is none or it has no NumPy. */
export async function startPython() {
  const names = process.platform === "win32" ? ["py", "python"] : ["python3", "python"];
  const name = names.find((n) => spawnSync(n, ["--version"]).status === 0);
  if (!name) return undefined;
  // One thread each, as in JavaScript.
  const env = {
    ...process.env,
    OMP_NUM_THREADS: "1",
    OPENBLAS_NUM_THREADS: "1",
    MKL_NUM_THREADS: "1",
  };
  const child = spawn(name, ["-u", script], { env, stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const read = async () => {
    const { value, done } = await lines.next();
    return done ? undefined : JSON.parse(value);
  };
  const hello = await read();
  if (!hello || hello.peers.length === 0) return undefined;
  return {
    ...hello,
    async ask(request) {
      child.stdin.write(`${JSON.stringify(request)}\n`);
      return await read();
    },
    stop: () => child.stdin.end(),
  };
}
