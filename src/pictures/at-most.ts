/** Takes work up as soon as fewer than so many pieces are under way, in the order in which it came. */
export type Slots = <T>(work: () => Promise<T>) => Promise<T>;

export function atMost(count: number): Slots {
  const waiting: (() => void)[] = [];
  let free = Math.max(1, count);
  const turn = (): Promise<void> => {
    if (free > 0) {
      free -= 1;
      return Promise.resolve();
    }
    return new Promise((resolve) => waiting.push(resolve));
  };
  return async (work) => {
    await turn();
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}
