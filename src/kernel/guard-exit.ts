import { constants } from "node:os";

// What must not outlive this process: kernels, a browser. Ended on a normal exit, an uncaught exception, Ctrl-C,
// termination and a closed terminal; of `kill -9` the kernel's own watchdog learns.

const enders = new Set<() => void>();
const signals: readonly NodeJS.Signals[] = ["SIGINT", "SIGTERM", "SIGHUP"];

/** Runs `end` (synchronous) when this process goes, unless the returned function is called before. */
export function guardExit(end: () => void): () => void {
  if (enders.size === 0) {
    process.on("exit", endAll);
    for (const signal of signals) process.on(signal, endAndPassOn);
  }
  enders.add(end);
  return () => {
    if (!enders.delete(end) || enders.size > 0) return;
    stopListening();
  };
}

function endAll(): void {
  for (const end of enders) {
    enders.delete(end);
    try {
      end();
    } catch {
      // the others are to end all the same
    }
  }
}

function endAndPassOn(signal: NodeJS.Signals): void {
  endAll();
  // With no other listener the signal is to end this process, as it would have without us.
  if (process.listenerCount(signal) > 1) {
    stopListening();
    return;
  }
  // A death by signal skips what others have set down for the exit: the browser's end, and that of its folders.
  // We still listen meanwhile: a second signal would end us with half of it done.
  process.emit("exit", 128 + constants.signals[signal]);
  stopListening();
  process.kill(process.pid, signal);
}

function stopListening(): void {
  process.off("exit", endAll);
  for (const signal of signals) process.off(signal, endAndPassOn);
}
