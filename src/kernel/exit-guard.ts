// What must not outlive this process: kernels. Ended on a normal exit, an uncaught exception, Ctrl-C,
// termination and a closed terminal; only `kill -9` of this process cannot be seen from inside it.

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
  for (const end of enders) end();
  enders.clear();
}

function endAndPassOn(signal: NodeJS.Signals): void {
  endAll();
  stopListening();
  // With no other listener the signal is to end this process, as it would have without us.
  if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
}

function stopListening(): void {
  process.off("exit", endAll);
  for (const signal of signals) process.off(signal, endAndPassOn);
}
