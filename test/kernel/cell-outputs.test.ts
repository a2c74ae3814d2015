import { expect, test } from "vitest";
import { CellOutputs } from "../../src/kernel/cell-outputs";

type Event = readonly [type: string, content: Record<string, unknown>, cell?: number];

function after(...events: readonly Event[]): CellOutputs {
  const outputs = new CellOutputs();
  for (const [type, content, cell = 0] of events) outputs.apply(cell, type, content);
  return outputs;
}

const print = (text: string, name = "stdout", cell = 0): Event => ["stream", { name, text }, cell];
const show = (text: string, display_id?: string, cell = 0): Event => [
  "display_data",
  { data: { "text/plain": text }, metadata: {}, transient: display_id ? { display_id } : {} },
  cell,
];
const stream = (text: string[], name = "stdout"): object => ({ name, output_type: "stream", text });
const shown = (text: string): object => ({
  data: { "text/plain": [text] },
  metadata: {},
  output_type: "display_data",
});

test("adjacent text of one stream is one output, in lines", () => {
  const outputs = after(print("a\nb"), print("c\n"), print("w", "stderr"), print("d"));
  expect(outputs.outputs(0)).toEqual([
    stream(["a\n", "bc\n"]),
    stream(["w"], "stderr"),
    stream(["d"]),
  ]);
  expect(outputs.stderr(0)).toBe("w");
});

test("a picture separates the text before it from the text after it", () => {
  expect(after(print("a"), show("P"), print("b")).outputs(0)).toEqual([
    stream(["a"]),
    shown("P"),
    stream(["b"]),
  ]);
});

test("an empty line alone is no output; within text it stays", () => {
  expect(after(show("P"), print("\n")).outputs(0)).toEqual([shown("P")]);
  expect(after(print("a\n"), print("\n")).outputs(0)).toEqual([stream(["a\n", "\n"])]);
  expect(after(print("\n", "stderr")).outputs(0)).toHaveLength(1);
});

test("an update changes every place with its id, also in an earlier cell, and adds none", () => {
  const update: Event = [
    "update_display_data",
    { data: { "text/plain": "2" }, metadata: { m: 1 }, transient: { display_id: "x" } },
    1,
  ];
  const outputs = after(show("1", "x"), show("other", "y"), show("1", "x", 1), update);
  expect(outputs.outputs(0)).toEqual([{ ...shown("2"), metadata: { m: 1 } }, shown("other")]);
  expect(outputs.outputs(1)).toEqual([{ ...shown("2"), metadata: { m: 1 } }]);
  expect(after(update).outputs(1)).toEqual([]);
});

test("text that comes late stays with the cell it belongs to", () => {
  const outputs = after(print("a"), print("b", "stdout", 1), print("late"));
  expect(outputs.outputs(0)).toEqual([stream(["alate"])]);
  expect(outputs.outputs(1)).toEqual([stream(["b"])]);
});

test("clear_output clears at once, or when the next output comes", () => {
  expect(after(print("a"), ["clear_output", { wait: false }]).outputs(0)).toEqual([]);
  const waiting: Event = ["clear_output", { wait: true }];
  expect(after(print("a"), waiting).outputs(0)).toEqual([stream(["a"])]);
  expect(after(print("a"), waiting, print("b"), print("c")).outputs(0)).toEqual([stream(["bc"])]);
});

test("text is stored in lines without colours; JSON, base64 and HTML as they are", () => {
  const data = {
    "application/json": { b: [1] },
    "image/png": "aGk=",
    "image/svg+xml": "<svg>\n</svg>",
    "text/html": "<b>\x1b</b>",
    "text/plain": "\x1b[1mbold\x1b[0m\nline",
  };
  const outputs = after(["execute_result", { data, metadata: {}, execution_count: 3 }]);
  expect(outputs.outputs(0)).toEqual([
    {
      data: {
        ...data,
        "image/svg+xml": ["<svg>\n", "</svg>"],
        "text/html": ["<b>\x1b</b>"],
        "text/plain": ["bold\n", "line"],
      },
      execution_count: 3,
      metadata: {},
      output_type: "execute_result",
    },
  ]);
});

test("an error message becomes an error output; statuses and unknown messages none", () => {
  const error = { ename: "E", evalue: "\x1b[31mv", traceback: ["\x1b[31mt"] };
  expect(after(["error", error], ["status", {}], ["comm_open", {}]).outputs(0)).toEqual([
    { ename: "E", evalue: "v", output_type: "error", traceback: ["t"] },
  ]);
});

test("stack frames that name files of this machine are not stored", () => {
  const text = [
    "Error: boom",
    "    at evalmachine.<anonymous>:3:7",
    "    at kl (/home/me/klab/dist/kl.js:1:2)",
    "    at async node:internal/process:1:2 {",
    "  code: 1",
    "}",
    "    at home, as text",
  ].join("\n");
  expect(after(print(text, "stderr")).outputs(0)).toEqual([
    stream(
      [
        "Error: boom\n",
        "    at evalmachine.<anonymous>:3:7 {\n",
        "  code: 1\n",
        "}\n",
        "    at home, as text",
      ],
      "stderr",
    ),
  ]);
});

test.each(["stdout", "stderr"])(
  "what Node says of files of this machine is not stored from %s",
  (name) => {
    const text = [
      "/home/me/klab/dist/kl.js:12",
      "  throw new Error();",
      "  ^",
      "",
      "Error: Cannot find module './x'",
      "Require stack:",
      "- /home/me/src.js",
      "- C:\\Users\\me\\executor.js",
      "    at Module._load (node:internal/modules/cjs/loader:1:2)",
      "    at evalmachine.<anonymous>:3:7 {",
      "  code: 'MODULE_NOT_FOUND',",
      "  requireStack: [",
      "    '/home/me/src.js',",
      "    '/home/me/executor.js'",
      "  ]",
      "}",
      "see /home/me/data.csv: a path that the cell itself tells\n",
    ];
    expect(after(print(text.join("\n"), name)).outputs(0)).toEqual([
      stream(
        [
          "Error: Cannot find module './x'\n",
          "    at evalmachine.<anonymous>:3:7 {\n",
          "  code: 'MODULE_NOT_FOUND'\n",
          "}\n",
          "see /home/me/data.csv: a path that the cell itself tells\n",
        ],
        name,
      ),
    ]);
  },
);
