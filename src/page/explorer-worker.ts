/**
 * What an explorer's Worker runs before anything else: it takes away every global that the language itself does not
 * bring, keeps for itself the way to answer, and waits for values.
 *
 * The text of a function: no names from outside. The function of the notebook follows it and finds no fetch,
 * no XMLHttpRequest, no WebSocket, no storage and no way to answer but its result. What no script can take away,
 * `import()`, the policy of the frame forbids.
 */
const prelude = (longest: number): void => {
  // biome-ignore lint/suspicious/noExplicitAny: a Worker's globals have no types here
  const worker = globalThis as any;
  const post = worker.postMessage.bind(worker);
  const listen = worker.addEventListener.bind(worker);
  const { parse, stringify } = JSON;
  const keep = new Set(
    `globalThis self undefined NaN Infinity isFinite isNaN parseFloat parseInt Array ArrayBuffer BigInt BigInt64Array
    BigUint64Array Boolean DataView Date Error EvalError AggregateError Float32Array Float64Array Function Int16Array
    Int32Array Int8Array Intl Iterator JSON Map Math Number Object Promise Proxy RangeError Reflect RegExp Set String
    Symbol SyntaxError TypeError URIError Uint16Array Uint32Array Uint8Array Uint8ClampedArray WeakMap WeakRef WeakSet
    FinalizationRegistry decodeURI decodeURIComponent encodeURI encodeURIComponent escape unescape eval WebAssembly
    atob TextEncoder TextDecoder constructor klab klabDraw`.split(/\s+/),
  );
  for (
    let level = worker;
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
  const answer = (
    id: number,
    draw: (klab: object, values: object) => object,
    klab: object,
    values: object,
  ): string => {
    try {
      const { data, layout, alt, table } = draw(klab, values) as Record<string, unknown>;
      const text = stringify({ id, data, layout, alt, table });
      return text.length > longest ? stringify({ id, error: "too large" }) : text;
    } catch (error) {
      return stringify({
        id,
        error: String((error as Error | null)?.message ?? error).slice(0, 500),
      });
    }
  };
  listen("message", (event: { data: unknown }) => {
    const { id, values } = parse(String(event.data));
    const { klabDraw, klab } = worker;
    post(answer(id, klabDraw, klab, values));
  });
};

/** Characters a result may have: what 50 traces of 1000 points need, and no more than a page takes at once. */
export const longestResult = 2_000_000;

/** The first part of a Worker's script; the library and the function follow. */
export const workerPrelude: string = `(${String(prelude)})(${longestResult});`;
