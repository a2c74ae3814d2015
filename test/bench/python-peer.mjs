// A Python that answers bench requests, or none.
import { spawn, spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const script = join(dirname(fileURLToPath(import.meta.url)), "peers.py");

/** Starts KLAB_PYTHON, else the first Python on the PATH; `{ reason }` if there is none or it has no NumPy. */
export async function startPython() {
  const named = process.env.KLAB_PYTHON;
  const usual = process.platform === "win32" ? ["py", "python"] : ["python3", "python"];
  const names = named ? [named] : usual;
  const command = names.find((n) => spawnSync(n, ["--version"]).status === 0);
  if (!command) return { reason: `no Python (tried ${names.join(", ")})` };
  // One thread each, as in JavaScript.
  const env = {
    ...process.env,
    OMP_NUM_THREADS: "1",
    OPENBLAS_NUM_THREADS: "1",
    MKL_NUM_THREADS: "1",
  };
  const child = spawn(command, ["-u", script], { env, stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const read = async () => {
    const { value, done } = await lines.next();
    if (done) throw new Error(`${command} ended while it was asked; its message is above`);
    return JSON.parse(value);
  };
  const hello = await read();
  if (hello.peers.length === 0) return { reason: `${command} has no NumPy` };
  const ask = async (request) => {
    child.stdin.write(`${JSON.stringify(request)}\n`);
    return await read();
  };
  const contender = (name) => ({ name, run: (repeat) => ask({ run: name, repeat }) });
  return { python: { ...hello, command, ask, contender, stop: () => child.stdin.end() } };
}
