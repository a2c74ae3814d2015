// In the kernel's process, on a thread of its own, since the main one may be busy: ends the kernel and what it started
// when the pipe from the runner closes, that is when the runner has gone, however it did. Costs about 10 MB.
const { rmSync } = require("node:fs");
const { Socket } = require("node:net");
const { Worker, isMainThread, workerData } = require("node:worker_threads");

const heap = { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 2, codeRangeSizeMb: 2 };

/** `pipe`: the descriptor; `folder`: of the connection file; `processTree`: the built module, if there is one. */
exports.watchRunner = function watchRunner(watched) {
  const streams = { stdout: true, stderr: true }; // its own, not the cells'
  const worker = new Worker(__filename, { workerData: watched, resourceLimits: heap, ...streams });
  worker.on("error", () => {}); // then the kernel goes unwatched
  worker.unref();
};

function listen({ pipe, ...rest }) {
  const socket = new Socket({ fd: pipe, readable: true, writable: false });
  socket.on("error", () => {});
  socket.once("close", () => end(rest));
  socket.resume();
}

function end({ folder, processTree, mark }) {
  attempt(() => rmSync(folder, { recursive: true, force: true }));
  attempt(() => endChildren(processTree, mark));
  attempt(() => process.kill(-process.pid, "SIGKILL")); // the group, this process with it
  attempt(() => process.kill(process.pid, "SIGKILL"));
}

/** Those that left the group; their parent's end would hide them. */
function endChildren(processTree, mark) {
  if (!processTree) return;
  for (const { pid } of require(processTree).family(process.pid, mark))
    attempt(() => process.kill(pid, "SIGKILL"));
}

/** What can still be done is done, whatever fails before. */
function attempt(step) {
  try {
    step();
  } catch {}
}

if (!isMainThread) listen(workerData);
