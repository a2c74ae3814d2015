import { boundMemory } from "./bound-memory";
import type { Values } from "./control";
import { begun } from "./frame-messages";
import { longestResult } from "./longest-result";
import { stripGlobals } from "./strip-globals";

interface WorkerScope {
  postMessage(text: string): void;
  addEventListener(type: "message", listener: (event: { readonly data: unknown }) => void): void;
  readonly klab: object;
  /** Where the explorer uses what learns. */
  readonly klabLearn?: object;
  readonly klabDraw: (
    klab: object,
    values: Values,
    hand: { readonly coarse: boolean },
  ) => Readonly<Record<string, unknown>> & { readonly readout?: { readonly text?: unknown } };
  readonly klabGoals: readonly ((klab: object, values: Values) => unknown)[];
}

/** What one answer may allocate, in bytes: a figure has a few million numbers at most. */
const mostMemory = 768 * 2 ** 20;

/**
 * What an explorer's Worker runs before anything else: it takes away every global that the language itself does not
 * bring, keeps for itself the way to answer, and waits for values.
 *
 * The library and the function of the notebook follow it, as `klab` and `klabDraw`. The function finds no fetch,
 * no XMLHttpRequest, no WebSocket, no storage and no way to answer but its result. What no script can take away,
 * `import()`, the policy of the frame forbids. What it allocates is bounded.
 */
export function runExplorerWorker(): void {
  const worker = globalThis as unknown as WorkerScope;
  const post = worker.postMessage.bind(worker);
  const listen = worker.addEventListener.bind(worker);
  const { parse, stringify } = JSON;
  // Names that what follows defines are there already, as those of one script are.
  stripGlobals(worker, ["klab", "klabLearn", "klabDraw", "klabGoals"]);
  const renew = boundMemory(mostMemory);

  /** The library follows this script: it is whole when the first values come. */
  const library = (): object =>
    worker.klabLearn ? { ...worker.klab, learn: worker.klabLearn } : worker.klab;

  /** A goal that throws is not reached. */
  const isReached = (goal: WorkerScope["klabGoals"][number], values: Values): boolean => {
    try {
      return goal(library(), values) === true;
    } catch {
      return false;
    }
  };

  const answer = (id: unknown, values: Values, coarse: boolean): string => {
    renew();
    try {
      const drawn = worker.klabDraw(library(), values, { coarse });
      const { data, layout, alt, table } = drawn;
      const readout = drawn.readout?.text;
      const goals = coarse ? undefined : worker.klabGoals.map((goal) => isReached(goal, values));
      const text = stringify({ id, data, layout, readout, alt, table, goals });
      return text.length > longestResult ? stringify({ id, error: "too large" }) : text;
    } catch (error) {
      const text = String((error as Error | null)?.message ?? error).slice(0, 500);
      return stringify({ id, error: text });
    }
  };

  listen("message", ({ data }) => {
    const { id, values, coarse } = parse(String(data)) as {
      readonly id: unknown;
      readonly values: Values;
      readonly coarse: boolean;
    };
    post(begun);
    post(answer(id, values, coarse));
  });
}
