const language =
  `globalThis self undefined NaN Infinity isFinite isNaN parseFloat parseInt Array ArrayBuffer BigInt BigInt64Array
  BigUint64Array Boolean DataView Date Error EvalError AggregateError Float32Array Float64Array Function Int16Array
  Int32Array Int8Array Intl Iterator JSON Map Math Number Object Promise Proxy RangeError Reflect RegExp Set String
  Symbol SyntaxError TypeError URIError Uint16Array Uint32Array Uint8Array Uint8ClampedArray WeakMap WeakRef WeakSet
  FinalizationRegistry decodeURI decodeURIComponent encodeURI encodeURIComponent escape unescape eval WebAssembly
  atob TextEncoder TextDecoder constructor`.split(/\s+/);

/**
 * Takes away every name of a Worker's global and its prototypes but those that the language itself brings, and `kept`:
 * no fetch, no XMLHttpRequest, no WebSocket, no storage. What no script can take away, `import()`, a policy forbids.
 */
export function stripGlobals(scope: object, kept: readonly string[]): void {
  const keep = new Set([...language, ...kept]);
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
