import type { Values } from "./control";
import { longestResult } from "./longest-result";

interface WorkerScope {
  postMessage(text: string): void;
  addEventListener(type: "message", listener: (event: { readonly data: unknown }) => void): void;
  readonly klab: object;
  readonly klabDraw: (klab: object, values: Values) => Readonly<Record<string, unknown>>;
}

const keep = new Set(
  `globalThis self undefined NaN Infinity isFinite isNaN parseFloat parseInt Array ArrayBuffer BigInt BigInt64Array
  BigUint64Array Boolean DataView Date Error EvalError AggregateError Float32Array Float64Array Function Int16Array
  Int32Array Int8Array Intl Iterator JSON Map Math Number Object Promise Proxy RangeError Reflect RegExp Set String
  Symbol SyntaxError TypeError URIError Uint16Array Uint32Array Uint8Array Uint8ClampedArray WeakMap WeakRef WeakSet
  FinalizationRegistry decodeURI decodeURIComponent encodeURI encodeURIComponent escape unescape eval WebAssembly
  atob TextEncoder TextDecoder constructor klab klabDraw`.split(/\s+/),
);

/** Takes away every name of the global and its prototypes that is not kept. */
function strip(scope: object): void {
  for (
    let level: object | null = scope;
    level && level !== Object.prototype;
    level = Object.getPrototypeOf(level)
  ) {
    for (const name of Object.getOwnPropertyNames(level)) {
      if (keep.has(name)) continue;
      try {
        Object.defineProperty(level, name, {
          value: undefined,
          writable: false,
          configurable: false,
        });
      } catch {
        // A fixed property; those of a Worker's global are harmless.
      }
    }
  }
}

/**
 * What an explorer's Worker runs before anything else: it takes away every global that the language itself does not
 * bring, keeps for itself the way to answer, and waits for values.
 *
 * The library and the function of the notebook follow it, as `klab` and `klabDraw`. The function finds no fetch,
 * no XMLHttpRequest, no WebSocket, no storage and no way to answer but its result. What no script can take away,
 * `import()`, the policy of the frame forbids.
 */
export function runExplorerWorker(): void {
  const worker = globalThis as unknown as WorkerScope;
  const post = worker.postMessage.bind(worker);
  const listen = worker.addEventListener.bind(worker);
  const { parse, stringify } = JSON;
  strip(worker);

  const answer = (id: unknown, values: Values): string => {
    try {
      const { data, layout, alt, table } = worker.klabDraw(worker.klab, values);
      const text = stringify({ id, data, layout, alt, table });
      return text.length > longestResult ? stringify({ id, error: "too large" }) : text;
    } catch (error) {
      const text = String((error as Error | null)?.message ?? error).slice(0, 500);
      return stringify({ id, error: text });
    }
  };

  listen("message", ({ data }) => {
    const { id, values } = parse(String(data)) as { readonly id: unknown; readonly values: Values };
    post(answer(id, values));
  });
}
