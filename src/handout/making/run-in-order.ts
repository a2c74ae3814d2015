import { availableParallelism } from "node:os";
import { atMost } from "../../pictures/at-most";

/** What a piece of work says, kept until those before it have had their say. */
type Say = (line: string) => void;

/**
 * Does work on several things at once, as many as there are cores, and says of each what it said in the order of the
 * things: the same lines every time.
 */
export async function runInOrder<T>(
  things: readonly T[],
  work: (thing: T, say: Say) => Promise<void>,
  say: Say,
): Promise<void> {
  const slot = atMost(availableParallelism());
  const lines = things.map((): string[] => []);
  const ended = things.map(() => false);
  let at = 0;
  const flush = (): void => {
    for (; at < things.length; at += 1) {
      for (const line of lines[at].splice(0)) say(line);
      if (!ended[at]) return;
    }
  };
  await Promise.all(
    things.map((thing, index) =>
      slot(async () => {
        try {
          await work(thing, (line) => {
            lines[index].push(line);
            flush();
          });
        } finally {
          ended[index] = true;
          flush();
        }
      }),
    ),
  );
}
