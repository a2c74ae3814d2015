import { kernelBytes } from "./kernel-bytes";

/** The compiled kernel. Its memory holds p at 0, q at 2048, sums at 4096, and tiles from 8192 (in doubles). */
export interface Kernel {
  readonly memory: Float64Array;
  /** Sums over `count` pairs (a multiple of 4) from pair `start`, left at `sumsAt`. */
  readonly sums: (start: number, count: number) => void;
  /** The product of packed tiles; see kernel.as. */
  readonly multiply: (rows: number, columns: number, depth: number) => void;
  /** The product of entries and a packed tile; see kernel.as. */
  readonly multiplyEntries: (rows: number, columns: number, depth: number, bAt: number) => void;
  /** Notes the pairs of packed single-precision tiles that are below a bound, and counts them; see kernel.as. */
  readonly pairsBelow: (rows: number, columns: number, depth: number) => number;
}

/** Pairs that fit into memory at once. */
export const chunk = 2048;
export const qAt = 2048;
/** Φ, Σp, Σ(q − p), least entry. */
export const sumsAt = 4096;
export const tilesAt = 8192;

interface Scope {
  readonly WebAssembly?: {
    readonly Module: new (bytes: Uint8Array) => object;
    readonly Instance: new (
      module: object,
    ) => { readonly exports: Readonly<Record<string, unknown>> };
  };
}

/** Compiles the kernel; undefined where there is no WebAssembly with SIMD, or a page's policy forbids it. */
export function loadKernel(scope: Scope = globalThis as Scope): Kernel | undefined {
  try {
    if (!scope.WebAssembly) return undefined;
    const { Module, Instance } = scope.WebAssembly;
    const { exports } = new Instance(new Module(decodeBase64(kernelBytes)));
    const { memory, ...calls } = exports as unknown as Omit<Kernel, "memory"> & {
      readonly memory: { readonly buffer: ArrayBuffer };
    };
    return { ...calls, memory: new Float64Array(memory.buffer) };
  } catch {
    return undefined;
  }
}

let loaded: Kernel | undefined;
let tried = false;

/** The kernel of this realm, compiled at the first call (about 1 ms). */
export function simdKernel(): Kernel | undefined {
  if (!tried) {
    tried = true;
    loaded = loadKernel();
  }
  return loaded;
}

/** By hand: `atob` is not in every realm that a cell may run in. */
function decodeBase64(text: string): Uint8Array {
  const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const bare = text.replace(/=+$/, "");
  const bytes = new Uint8Array(Math.floor((bare.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const digit of bare) {
    held = ((held << 6) | digits.indexOf(digit)) & 0xffffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = held >> bits;
    }
  }
  return bytes;
}
