import { interruptCheck } from "../../words/interrupt-check";

/**
 * What a training awaits between steps, so that others have their turn: messages go out, a page answers, an interrupt is
 * heard, and ends it. At once where there are no timers.
 */
export function turnsBetweenSteps(caller: string): () => Promise<void> {
  const { setTimeout } = globalThis as { setTimeout?: (done: () => void, delay: number) => void };
  const check = interruptCheck(caller);
  return async () => {
    check();
    if (setTimeout) await new Promise<void>((done) => setTimeout(done, 0));
    check();
  };
}
