type Construct = new (...values: never[]) => object;
type Method = (this: unknown, ...values: never[]) => unknown;

/** What one thing on the heap takes, about: an element that holds an object, an entry of a Map. */
const cell = 64;
const pageSize = 65_536;

const buffers =
  `ArrayBuffer Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array
  Float32Array Float64Array BigInt64Array BigUint64Array`.split(/\s+/);

/**
 * Bounds what the code that follows can allocate until the returned function is called again, by counting where much
 * is allocated at a time: buffers, which no engine counts to a script's heap, and lists, texts, Maps and Sets that grow.
 *
 * What is let go counts too: nobody in a realm learns when it is collected. Literals and objects that hold one another
 * are not seen; those the clock ends.
 *
 * @param bytes about how much; beyond it, allocating throws a RangeError
 */
export function boundMemory(bytes: number): () => void {
  let left = bytes;
  const spend = (amount: number): void => {
    if (amount > 0) left -= amount;
    if (left < 0) throw new RangeError("too much memory");
  };
  for (const name of buffers) boundBuffer(name, spend);
  boundMethods(spend);
  return () => {
    left = bytes;
  };
}

type Spend = (amount: number) => void;

const scope = globalThis as unknown as Record<string, Construct & Record<string, unknown>>;

const define = (object: object, name: PropertyKey, value: unknown): void => {
  Object.defineProperty(object, name, {
    value,
    writable: true,
    enumerable: false,
    configurable: true,
  });
};

/** Puts a constructor that counts in the place of a buffer's, for its own methods too (by their species). */
function boundBuffer(name: string, spend: Spend): void {
  const native = scope[name];
  if (!native) return;
  const { construct } = Reflect;
  const unit = (native.BYTES_PER_ELEMENT as number | undefined) ?? 1;
  const isView = unit * 1 === native.BYTES_PER_ELEMENT;
  const Buffer = ArrayBuffer;
  function bounded(this: unknown, ...values: unknown[]): object {
    const [first, options] = values;
    const most = (options as { maxByteLength?: unknown } | undefined)?.maxByteLength;
    const known = typeof first === "number";
    if (known) spend(Math.max(first * unit, isView ? 0 : Number(most ?? 0)));
    if (new.target === undefined) return Reflect.apply(native, undefined, values) as object; // throws
    const made = construct(native, values, new.target === bounded ? native : new.target);
    if (!known && !(first instanceof Buffer)) spend((made as { byteLength: number }).byteLength);
    return made;
  }
  if (isView) Object.setPrototypeOf(bounded, Object.getPrototypeOf(native));
  for (const key of Reflect.ownKeys(native)) {
    if (key === "length" || key === "prototype") continue;
    Object.defineProperty(bounded, key, Object.getOwnPropertyDescriptor(native, key) ?? {});
  }
  bounded.prototype = native.prototype;
  define(native.prototype, "constructor", bounded);
  define(scope, name, bounded);
}

/** Puts `cost` before a method, which is left out where the engine has none. */
function before(
  object: object | undefined,
  name: string,
  cost: (self: never, values: never[]) => void,
): void {
  const native = (object as Record<string, Method | undefined> | undefined)?.[name];
  if (!object || typeof native !== "function") return;
  const { apply } = Reflect;
  define(object, name, function (this: unknown, ...values: never[]) {
    cost(this as never, values);
    return apply(native, this, values);
  });
}

const isHeld = (value: unknown): boolean => typeof value === "object" || typeof value === "string";

function boundMethods(spend: Spend): void {
  type Lengthy = { readonly length: number };
  const grows = (_: never, values: unknown[]): void => {
    spend(values.length * (isHeld(values[0]) ? cell : 8));
  };
  for (const name of ["push", "unshift", "splice"]) before(Array.prototype, name, grows);
  before(Array.prototype, "fill", ({ length }: Lengthy) => spend(8 * length));
  before(Array.prototype, "concat", ({ length }: Lengthy, values: (Lengthy | undefined)[]) => {
    let all = length;
    for (const value of values) all += Number(value?.length ?? 1) || 1;
    spend(8 * all);
  });
  before(Array, "from", (_: never, [source]: (Lengthy | undefined)[]) => {
    spend(8 * (Number(source?.length) || 0));
  });
  before(String.prototype, "repeat", (text: string, [times]: number[]) =>
    spend(String(text).length * times),
  );
  for (const name of ["padStart", "padEnd"]) {
    before(String.prototype, name, (_: never, [length]: number[]) => spend(length));
  }
  before(Map.prototype, "set", () => spend(cell));
  before(Set.prototype, "add", () => spend(cell));
  const wasm = (globalThis as { WebAssembly?: { Memory?: Construct } }).WebAssembly;
  before(wasm?.Memory?.prototype, "grow", (_: never, [pages]: number[]) => spend(pages * pageSize));
  const buffer = ArrayBuffer.prototype as object;
  before(buffer, "resize", (_: never, [length]: number[]) => spend(length));
  for (const name of ["transfer", "transferToFixedLength"]) {
    before(buffer, name, (_: never, [length]: number[]) => spend(length ?? 0));
  }
}
