import { shapeError } from "../../words/errors";
import { type OutsideName, outsideNames } from "./outside-names";

/** What the language itself brings, wherever a function runs; nothing that reaches the world outside. */
const language = new Set(
  `undefined NaN Infinity isFinite isNaN parseFloat parseInt Array ArrayBuffer BigInt BigInt64Array BigUint64Array
  Boolean DataView Date Error EvalError AggregateError Float32Array Float64Array Int16Array Int32Array Int8Array Intl Iterator JSON
  Map Math Number Object Promise Proxy RangeError Reflect RegExp Set String Symbol SyntaxError TypeError URIError
  Uint16Array Uint32Array Uint8Array Uint8ClampedArray WeakMap WeakRef WeakSet decodeURI decodeURIComponent
  encodeURI encodeURIComponent`.split(/\s+/),
);

// How a cell's own names look when TypeScript has made CommonJS of it: klab_1.normal, exports.sigma.
const moduleObject = /^(?:exports|\w+_\d+|__vi\w*_import_\d+__)$/;

/** What a kernel or a page has and no name of `globalThis` tells: this, import, a module's own, a page's. */
const elsewhere = new Set(
  "this import require module exports document window arguments".split(" "),
);

/** TypeScript makes `__importStar(require("x"))` of `import("x")`. */
function withoutHelpers(names: readonly OutsideName[]): readonly OutsideName[] {
  const helper = /^__import(?:Star|Default)$/;
  if (!names.some(({ name }) => helper.test(name))) return names;
  return names
    .filter(({ name }) => name !== "require")
    .map((free) => (helper.test(free.name) ? { name: "import" } : free));
}

/** The name as it stood in the cell. */
const asWritten = ({ name, member }: OutsideName): string =>
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
  let free: OutsideName[];
  try {
    if (/^(?:async\b|class\b|function\s*\*)/.test(source)) throw new SyntaxError();
    free = outsideNames(source);
  } catch {
    throw shapeError(
      caller,
      "第一个参数应为箭头函数 (klab, v) => 图，写在 explore 的括号里",
      "the first argument must be an arrow function (klab, v) => figure, written where explore is called",
    );
  }
  const taken = free.filter(({ name }) => !language.has(name));
  const foreign = [...new Set(withoutHelpers(taken).map(asWritten))];
  if (foreign.length === 0) return source;
  // The kernel has it (process, require) or a page has (document); what the computation has, `language` names.
  const surrounding = (name: string): boolean =>
    taken.some((free) => free.name === name && (name in globalThis || elsewhere.has(name)));
  const known = foreign.find(inLibrary);
  const alien = foreign.find((name) => !inLibrary(name) && surrounding(name));
  const own = foreign.find((name) => !inLibrary(name) && !surrounding(name));
  const zh = [
    known && `库里的名字请写成 klab.${known}`,
    own && `${own} 请做成控件或写进函数里`,
    alien && `那里没有 ${alien}`,
  ].filter(Boolean);
  const en = [
    known && `write klab.${known} for what the library has`,
    own && `make ${own} a control or put it inside the function`,
    alien && `there is no ${alien} there`,
  ].filter(Boolean);
  throw shapeError(
    caller,
    `函数用到了外面的 ${foreign.join("、")}，而它要在网页里单独运行；${zh.join("，")}`,
    `the function uses ${foreign.join(", ")} from outside, but it runs in the page by itself; ${en.join(", ")}`,
  );
}
