/**
 * Lets others have their turn: messages go out, an interrupt is heard, a page answers. At once where there are no timers.
 */
export function othersTurn(): Promise<void> {
  const { setTimeout } = globalThis as { setTimeout?: (done: () => void, delay: number) => void };
  return new Promise((done) => {
    if (setTimeout) setTimeout(done, 0);
    else done();
  });
}
