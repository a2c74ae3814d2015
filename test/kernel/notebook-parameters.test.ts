import { expect, test } from "vitest";
import {
  parameterLiteral,
  readParameters,
  withParameters,
} from "../../src/kernel/notebook-parameters";
import { joinText } from "../../src/notebook/nbformat";
import { notebookOf } from "./workspace";

const folder = process.cwd();

function sourceWith(source: string, ...settings: readonly string[]): string {
  const notebook = notebookOf([source, "parameters"], "n");
  const { cells } = withParameters(notebook, readParameters(settings), folder);
  expect(cells[1]).toBe(notebook.cells[1]);
  return joinText(cells[0].source);
}

test.each([
  ["5", "5"],
  ["-1.50e-3", "-1.50e-3"],
  ["12345678901234567890", "12345678901234567890"],
  ["-Infinity", "-Infinity"],
  ["true", "true"],
  ["null", "null"],
  ['"5"', '"5"'],
  ["[1, 2]", "[1,2]"],
  ['{"键": ["值"]}', '{"键":["值"]}'],
  ["汉字", '"汉字"'],
  ['it\'s "so"', '"it\'s \\"so\\""'],
  ["a=b", '"a=b"'],
  ["007", '"007"'],
  ["two\nlines `", '"two\\nlines `"'],
  ["", '""'],
  ["process.exit()", '"process.exit()"'],
])("the value %j is written %s", (text, literal) => {
  expect(parameterLiteral(text)).toBe(literal);
});

test("values stand where the cell declares the names; all else stays as it was", () => {
  const source = `// const n = 1;
const n: number = 100, label = "n = 3"; // const n = 7
let list: number[] = [1,
  2];
let late: unknown;
const twice = n * 2;
function f() { const n = 9; return n; }`;
  expect(sourceWith(source, "n=5", 'label=汉"字', "list=[]", "late=null")).toBe(`// const n = 1;
const n: number = 5, label = "汉\\"字"; // const n = 7
let list: number[] = [];
let late: unknown = null;
const twice = n * 2;
function f() { const n = 9; return n; }`);
});

test("several cells tagged parameters are one set", () => {
  const notebook = notebookOf(["const a = 1", "parameters"], ["let b = 2", "parameters"]);
  const { cells } = withParameters(notebook, readParameters(["b=3"]), folder);
  expect(cells.map(({ source }) => source)).toEqual(["const a = 1", "let b = 3"]);
});

test("names in Chinese, and with a dollar, are names", () => {
  expect(sourceWith("const 样本数 = 1; let $x = 2", "样本数=10", "$x=a")).toBe(
    'const 样本数 = 10; let $x = "a"',
  );
});

test.each([
  [["m=1"], "const n = 1", "does not declare m; it declares n"],
  [["x=1"], "n = 1", "it declares —"],
  [["n=1"], undefined, "no cell is tagged parameters"],
])("%j with the cell %j is an error that says what there is", (settings, source, says) => {
  const notebook = source === undefined ? notebookOf("1") : notebookOf([source, "parameters"]);
  expect(() => withParameters(notebook, readParameters(settings), folder)).toThrow(says);
});

test.each([["n"], ["=1"], ["1n=1"], ["a b=1"], ["a.b=1"], [""]])(
  "%j is no parameter",
  (setting) => {
    expect(() => readParameters([setting])).toThrow("name=value");
  },
);

test("a name twice is refused", () => {
  expect(() => readParameters(["n=1", "n=2"])).toThrow("given twice");
});

test("without parameters the notebook is the same", () => {
  const notebook = notebookOf("1");
  expect(withParameters(notebook, readParameters([]), folder)).toBe(notebook);
});
