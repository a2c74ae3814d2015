// In the kernel's process: what cells have left open, and waiting for it to end.

const { countPoolJobs, pendingPoolJobs } = require("./kernel-pool-jobs.cjs");

// Taken now: a cell may replace them.
const { getActiveResourcesInfo } = process;
const { setTimeout } = globalThis;
const getActiveHandles = process._getActiveHandles; // undocumented; names a child's command and a socket's peer

const pollInterval = 20;

/** Kinds by libuv's names; file watchers are TypeScript's, a child's pipes go with the child. */
const kinds = new Map([
  ["Timeout", "timer"],
  ["Immediate", "timer"],
  ["ProcessWrap", "child"],
  ["TCPSocketWrap", "socket"],
  ["TLSWrap", "socket"],
  ["UDPWrap", "udp"],
  ["TCPServerWrap", "server"],
  ["PipeServerWrap", "server"],
  ["PipeWrap", "pipe"],
  ["FSEventWrap", undefined],
  ["StatWatcher", undefined],
  ["TTYWrap", undefined],
]);

// These do not end by themselves: it is of no use to wait for them.
const lasting = new Set(["server", "udp"]);

const workers = new Set();

/** Notes the worker threads that cells start: the process tells of none. */
function noteWorkers() {
  const threads = require("node:worker_threads");
  const { Worker } = threads;
  threads.Worker = class extends Worker {
    constructor(...args) {
      super(...args);
      workers.add(this);
      this.once("exit", () => workers.delete(this));
    }

    ref() {
      workers.add(this);
      return super.ref();
    }

    unref() {
      workers.delete(this);
      return super.unref();
    }
  };
  require("node:module").syncBuiltinESMExports();
}

/** How many of each kind are open. */
function countKinds() {
  const counts = new Map(workers.size > 0 ? [["worker", workers.size]] : []);
  if (pendingPoolJobs() > 0) counts.set("request", pendingPoolJobs());
  for (const name of getActiveResourcesInfo.call(process)) {
    const kind = kinds.has(name) ? kinds.get(name) : "request";
    if (kind) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return counts;
}

function describe(handle) {
  if (Array.isArray(handle.spawnargs)) return ["child", handle.spawnargs.join(" ")];
  if (handle.remoteAddress) return ["socket", `${handle.remoteAddress}:${handle.remotePort}`];
  const address = typeof handle.address === "function" ? handle.address() : undefined;
  if (handle.listening && address)
    return ["server", typeof address === "string" ? address : `:${address.port}`];
  return [];
}

/** The commands of children, the peers of sockets and the ports of servers, a few of each. */
function names() {
  const found = {};
  for (const handle of getActiveHandles?.call(process) ?? []) {
    try {
      const [kind, name] = describe(handle);
      if (kind) (found[kind] ??= []).push(name.slice(0, 200));
    } catch {
      // closing
    }
  }
  return found;
}

exports.OpenHandles = class OpenHandles {
  /** `isWatched`: what the process does not tell of, threads and jobs of its pool, is counted as it is started. */
  constructor(isWatched) {
    if (isWatched) {
      noteWorkers();
      countPoolJobs();
    }
    this.before = countKinds(); // standard output and error
  }

  /** What is open that was not at the start: kind → number. */
  open() {
    const counts = countKinds();
    for (const [kind, count] of this.before) {
      const left = (counts.get(kind) ?? 0) - count;
      if (left > 0) counts.set(kind, left);
      else counts.delete(kind);
    }
    if (counts.has("child")) counts.delete("pipe");
    return counts;
  }

  /**
   * Resolves when nothing is open that ends by itself, at the latest after `limits.timers` milliseconds where only
   * timers are pending (an interval never ends) and `limits.work` else; with what is still open then.
   */
  async settled({ timers, work }) {
    const start = Date.now();
    for (let quiet = 0; quiet < 2; ) {
      const busy = [...this.open().keys()].filter((kind) => !lasting.has(kind));
      quiet = busy.length === 0 ? quiet + 1 : 0; // twice: an answer may lead to the next question
      const onlyTimers = busy.every((kind) => kind === "timer");
      if (quiet === 0 && Date.now() - start >= (onlyTimers ? timers : work)) break;
      await new Promise((resume) => setTimeout(resume, pollInterval));
    }
    const found = names();
    return [...this.open()].map(([kind, count]) => ({
      kind,
      count,
      names: (found[kind] ?? []).slice(0, 3),
    }));
  }
};
