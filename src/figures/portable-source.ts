import { shapeError } from "../math/errors";
import { type FreeName, freeNames } from "./free-names";

/** What the language itself brings, wherever a function runs; nothing that reaches the world outside. */
const language = new Set(
  `undefined NaN Infinity isFinite isNaN parseFloat parseInt Array ArrayBuffer BigInt BigInt64Array BigUint64Array
  Boolean DataView Date Error EvalError Float32Array Float64Array Int16Array Int32Array Int8Array Intl Iterator JSON
  Map Math Number Object Promise Proxy RangeError Reflect RegExp Set String Symbol SyntaxError TypeError URIError
  Uint16Array Uint32Array Uint8Array Uint8ClampedArray WeakMap WeakSet decodeURIComponent encodeURIComponent`.split(
    /\s+/,
  ),
);

// How a cell's own names look when TypeScript has made CommonJS of it: klab_1.normal, exports.sigma.
const moduleObject = /^(?:exports|\w+_\d+|__vi\w*_import_\d+__)$/;

/** The name as it stood in the cell. */
const asWritten = ({ name, member }: FreeName): string =>
  member !== undefined && moduleObject.test(name) ? member : name;

/**
 * The source of a function that can run elsewhere, because it uses nothing but its arguments and the language.
 *
 * @param caller who asks
 * @param draw a function expression
 * @param inLibrary whether the library has a name, which the function then gets by its first argument
 * @returns its source, an expression
 * @throws TypeError if it closes over names, naming them as the user wrote them; if it is no plain function
 */
export function portableSource(
  caller: string,
  draw: unknown,
  inLibrary: (name: string) => boolean = () => false,
): string {
  const source = typeof draw === "function" ? Function.prototype.toString.call(draw) : "";
  let free: FreeName[];
  try {
    if (/^(?:async\b|class\b|function\s*\*)/.test(source)) throw new SyntaxError();
    free = freeNames(source);
  } catch {
    throw shapeError(
      caller,
      "第一个参数应为箭头函数 (klab, v) => 图，写在 explore 的括号里",
      "the first argument must be an arrow function (klab, v) => figure, written where explore is called",
    );
  }
  const names = [...new Set(free.filter(({ name }) => !language.has(name)).map(asWritten))];
  const imports = /\bimport\s*[(.]/.test(source) ? ["import"] : [];
  const foreign = [...names, ...imports];
  if (foreign.length === 0) return source;
  const known = foreign.find(inLibrary);
  const own = foreign.find((name) => !inLibrary(name));
  const zh = [
    known && `库里的名字请写成 klab.${known}`,
    own && `${own} 请做成控件或写进函数里`,
  ].filter(Boolean);
  const en = [
    known && `write klab.${known} for what the library has`,
    own && `make ${own} a control or put it inside the function`,
  ].filter(Boolean);
  throw shapeError(
    caller,
    `函数用到了外面的 ${foreign.join("、")}，而它要在网页里单独运行；${zh.join("，")}`,
    `the function uses ${foreign.join(", ")} from outside, but it runs in the page by itself; ${en.join(", ")}`,
  );
}
