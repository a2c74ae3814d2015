/** As far as a process is asked here. */
interface Signals {
  readonly pid: number;
  listenerCount(name: string): number;
  on(name: string, heard: () => void): void;
  off(name: string, heard: () => void): void;
  kill(pid: number, name: string): void;
}

let count = 0;
let isListening = false;

/**
 * A check for a loop that goes on over turns of the event loop: it throws once the kernel was interrupted since now.
 *
 * tslab ends the interrupted cell, and leaves what that cell awaits to itself: without this a training went on beside the
 * next cell. Where nobody else listens to SIGINT, it ends the process, and is left alone.
 */
export function interruptCheck(caller: string): () => void {
  listen();
  const before = count;
  return () => {
    listen(); // while a cell runs its first stretch, tslab's own listener is put aside
    if (count === before) return;
    throw new Error(
      `${caller}: 被中断，停在这一步；已得到的状态仍可用 / interrupted, stopped at this step; the states so far are good`,
    );
  };
}

function listen(): void {
  const { process } = globalThis as { process?: Partial<Signals> };
  if (isListening || !process?.off || !process.listenerCount?.("SIGINT")) return;
  isListening = true;
  const signals = process as Signals;
  const heard = (): void => {
    count++;
    if (signals.listenerCount("SIGINT") > 1) return;
    signals.off("SIGINT", heard);
    isListening = false;
    signals.kill(signals.pid, "SIGINT");
  };
  signals.on("SIGINT", heard);
}
