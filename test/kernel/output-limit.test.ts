import { createRequire } from "node:module";
import { expect, test, vi } from "vitest";

type Write = (name: string, text: string) => void;
type Show = (content: Content, isUpdate?: boolean) => void;
interface Content {
  readonly data: Readonly<Record<string, unknown>>;
  readonly metadata: object;
  readonly transient: { readonly display_id?: string };
}
interface Handler {
  handleExecuteImpl(request: unknown, write: Write, show: Show): Promise<unknown>;
}

const { limitOutputs } = createRequire(__filename)("../../src/kernel/kernel-output-limit.cjs") as {
  limitOutputs(handler: new () => Handler, limit: number): void;
};

interface Sent {
  readonly streams: [name: string, text: string][];
  readonly shown: [content: Content, isUpdate?: boolean][];
  readonly text: (name: string) => string;
}

/** What is sent of cells that print and show so, one after the other; a kernel's part is played by an object. */
async function sentBy(
  limit: number,
  ...cells: readonly ((write: Write, show: Show) => unknown)[]
): Promise<Sent> {
  class Fake implements Handler {
    async handleExecuteImpl(request: unknown, write: Write, show: Show): Promise<unknown> {
      return (request as (write: Write, show: Show) => unknown)(write, show);
    }
  }
  limitOutputs(Fake, limit);
  const streams: Sent["streams"] = [];
  const shown: Sent["shown"] = [];
  const kernel = new Fake();
  for (const cell of cells) {
    await kernel
      .handleExecuteImpl(
        cell,
        (name, text) => streams.push([name, text]),
        (content, isUpdate) => shown.push([content, isUpdate]),
      )
      .catch(() => {});
  }
  const text = (name: string): string =>
    streams.map(([stream, part]) => (stream === name ? part : "")).join("");
  return { streams, shown, text };
}

const content = (value: unknown, display_id?: string): Content => ({
  data: { "text/html": value },
  metadata: {},
  transient: display_id === undefined ? {} : { display_id },
});

const total = ({ streams }: Sent): number =>
  streams.reduce((sum, [, text]) => sum + Buffer.byteLength(text), 0);

test("what is within the limit passes as it came", async () => {
  const sent = await sentBy(10_000, (write) => {
    write("stdout", "一\n");
    write("stderr", "two");
  });
  expect(sent.streams).toEqual([
    ["stdout", "一\n"],
    ["stderr", "two"],
  ]);
});

test("of a flood the beginning and the end are kept, and how much is left out is said between them", async () => {
  const sent = await sentBy(100_000, (write) => {
    for (let i = 0; i < 200_000; i++) write("stdout", `line ${i}\n`);
  });
  const text = sent.text("stdout");
  expect(total(sent)).toBeLessThan(120_000);
  expect(text).toMatch(/^line 0\nline 1\n/);
  expect(text).toMatch(/line 199999\n$/);
  const leftOut = Number(/(\d+) characters left out: 0\.1 MB/.exec(text)?.[1]);
  const printed = Array.from({ length: 200_000 }, (_, i) => `line ${i}\n`.length);
  const note = /\n…（.*\n/.exec(text)?.[0].length ?? 0;
  expect(leftOut).toBe(printed.reduce((a, b) => a + b) - (text.length - note));
});

test.each([
  ["one text without line ends", "x".repeat(5_000_000)],
  ["汉字", "字".repeat(1_000_000)],
  ["characters outside the basic plane, none of them halved", "😀".repeat(500_000)],
  ["empty lines, each of which is a string in the file", "\n".repeat(1_000_000)],
])("a text as large as it may be: %s", async (_, text) => {
  const sent = await sentBy(100_000, (write) => write("stdout", text));
  expect(total(sent)).toBeLessThan(140_000);
  expect(sent.text("stdout")).toContain("characters left out");
  expect(sent.text("stdout")).not.toMatch(/\p{Surrogate}/u);
});

test("both streams and pictures share the limit; the error at the end of a flood on both is there", async () => {
  const sent = await sentBy(50_000, (write, show) => {
    for (let i = 0; i < 20_000; i++) {
      write("stdout", `out ${i}\n`);
      write("stderr", `err ${i}\n`);
      show(content(`<b>${i}</b>`));
    }
    write("stderr", "Error: the reason\n");
    throw new Error("the reason");
  });
  expect(total(sent)).toBeLessThan(80_000);
  expect(sent.shown.length).toBeGreaterThan(10);
  expect(sent.shown.length).toBeLessThan(300);
  expect(sent.text("stderr")).toMatch(/Error: the reason\n$/);
  expect(sent.text("stdout")).toContain(`${20_000 - sent.shown.length} more outputs left out`);
});

test("what nobody caught is told whatever was printed before, but not without end", async () => {
  const sent = await sentBy(1_000, (write) => {
    for (let i = 0; i < 5_000; i++) write("stderr", `noise ${i}\n`);
    for (let i = 0; i < 100; i++) write("stderr", `UncaughtException: Error: ${i}\n`);
  });
  const told = sent.streams.filter(([, text]) => text.startsWith("UncaughtException"));
  expect(told.length).toBe(20);
  expect(told[0][1]).toBe("UncaughtException: Error: 0\n");
});

test("the next cell has the whole limit again; late text of the one before does not take it", async () => {
  const late: Write[] = [];
  const sent = await sentBy(
    1_000,
    (write) => {
      late.push(write);
      write("stdout", "x".repeat(9_000));
    },
    (write) => {
      for (let i = 0; i < 1_000; i++) late[0]("stdout", "late\n");
      write("stdout", "y".repeat(700));
    },
  );
  expect(sent.streams.map(([, text]) => text)).toContain("y".repeat(700));
});

test("what comes late, after the cell's end, is told, and is bounded too", async () => {
  const late: Write[] = [];
  const sent = await sentBy(1_000, (write) => {
    late.push(write);
    write("stdout", "x".repeat(9_000));
  });
  late[0]("stdout", "late words\n");
  await vi.waitFor(() => expect(sent.text("stdout")).toMatch(/late words\n$/));
  for (let i = 0; i < 1_000; i++) {
    late[0]("stdout", "z".repeat(1_000));
    if (i % 10 === 0) await new Promise((resume) => setImmediate(resume));
  }
  expect(total(sent)).toBeLessThan(100_000);
});

test("a picture that begins within the limit is whole; the next is not; a monstrous one is a note", async () => {
  const sent = await sentBy(
    1_000,
    (_, show) => {
      show(content("a".repeat(50_000)));
      show(content("b"));
    },
    (_, show) => show(content("c".repeat(17_000_000))),
  );
  expect(sent.shown).toHaveLength(2);
  expect(sent.shown[0][0].data).toEqual({ "text/html": "a".repeat(50_000) });
  expect(JSON.stringify(sent.shown[1][0].data)).toContain("exceeds 16 MB");
  expect(sent.text("stdout")).toContain("1 more outputs left out");
});

test("numbers count as a notebook stores them, each on a line of its own", async () => {
  // 6.4 MB as JSON is written without spaces, 19 MB in the file.
  const many = { y: Array(1_600_000).fill(1.5) };
  const few = { y: Array(500_000).fill(1.5) };
  const sent = await sentBy(
    1_000,
    (_, show) => show(content(many)),
    (_, show) => show(content(few)),
  );
  expect(JSON.stringify(sent.shown[0][0].data)).toContain("exceeds 16 MB");
  expect(sent.shown[1][0].data["text/html"]).toBe(few);
});

test("of updates in place the last is shown; one of a picture that was left out is not", async () => {
  const sent = await sentBy(1_000, (_, show) => {
    show(content("start", "counter"));
    for (let i = 0; i < 100_000; i++) show(content(`${i}`, "counter"), true);
    show(content("d".repeat(2_000)));
    show(content("gone", "other"));
    show(content("gone too", "other"), true);
  });
  expect(sent.shown.length).toBeLessThan(200);
  expect(sent.shown.at(-1)?.[0].data).toEqual({ "text/html": "99999" });
  expect(JSON.stringify(sent.shown)).not.toContain("gone");
});

function nested(depth: number, make: (inner: unknown) => unknown): unknown {
  let value: unknown = 1;
  for (let i = 0; i < depth; i++) value = make(value);
  return value;
}
const circle: unknown[] = [];
circle.push(circle, circle);

test.each([
  ["100,000 brackets", nested(100_000, (inner) => [inner])],
  ["100,000 braces", nested(100_000, (inner) => ({ inner }))],
  ["a tree whose branches are shared, 2^300 leaves", nested(300, (inner) => [inner, inner])],
  ["a circle", circle],
])("an output that nests too deep is a note: %s", async (_, value) => {
  const sent = await sentBy(1_000_000, (_write, show) => show(content(value)));
  expect(Object.keys(sent.shown[0][0].data)).toEqual(["text/plain"]);
  expect(JSON.stringify(sent.shown[0][0].data)).toContain("256 levels");
});

test("200 levels, and a hundred thousand numbers side by side, are shown", async () => {
  for (const value of [nested(200, (inner) => [inner]), Array.from({ length: 1e5 }, () => [1])]) {
    const sent = await sentBy(1_000_000, (_, show) => show(content(value)));
    expect(sent.shown[0][0].data["text/html"]).toBe(value);
  }
});
