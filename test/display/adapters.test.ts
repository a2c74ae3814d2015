import { inspect } from "node:util";
import { afterEach, describe, expect, test } from "vitest";
import {
  type DisplayOutput,
  deliver,
  denoAdapter,
  kernelAdapters,
  textAdapter,
  tslabBundleAdapter,
  tslabPublicAdapter,
} from "../../src/display/adapters";
import { mimeBundle, plotlyMime } from "../../src/display/mime";
import { Figure, show } from "../../src/index";

const figure = new Figure({
  data: [{ type: "bar", x: ["a"], y: [1] }],
  layout: { title: { text: "D<sub>KL</sub>(P‖Q)" } },
  alt: "一根条形",
  table: { columns: ["x", "y"], rows: [["a", 1]] },
});
const output: DisplayOutput = { data: figure[mimeBundle]() };

/** A global scope as tslab's kernel makes it, and what reaches the kernel's writer. */
function fakeTslab(writer: "bundle" | "public" | "broken") {
  const sent: unknown[][] = [];
  const write = (...args: unknown[]): number => sent.push(args);
  const cache =
    writer === "bundle"
      ? { "/x/node_modules/tslab/dist/jupyter.js": { exports: { lastWriteDisplayData: write } } }
      : {};
  const require = Object.assign(
    () => {
      if (writer === "broken") throw new Error("Not ready");
      return { display: { raw: write } };
    },
    { cache },
  );
  return { scope: { __tslab__: { require } }, sent };
}

describe("in tslab", () => {
  test("the whole bundle goes in one message through the kernel's writer", () => {
    const { scope, sent } = fakeTslab("bundle");
    expect(deliver(output, kernelAdapters(scope))).toBe(true);
    expect(sent).toEqual([[{ data: output.data, metadata: {}, transient: {} }, false]]);
  });

  test("an update names the display it replaces", () => {
    const { scope, sent } = fakeTslab("bundle");
    tslabBundleAdapter(scope)({ ...output, displayId: "one", update: true });
    expect(sent[0]).toEqual([
      { data: output.data, metadata: {}, transient: { display_id: "one" } },
      true,
    ]);
  });

  test("when the writer is not where it was, the public display gets the best single type", () => {
    const { scope, sent } = fakeTslab("public");
    expect(deliver(output, kernelAdapters(scope))).toBe(true);
    expect(sent).toEqual([["text/html", output.data["text/html"]]]);
  });

  test("when no cell is running nothing is thrown and the next adapter is asked", () => {
    const { scope } = fakeTslab("broken");
    expect(tslabPublicAdapter(scope)(output)).toBe(false);
    const lines: string[] = [];
    expect(deliver(output, [...kernelAdapters(scope), textAdapter((t) => lines.push(t))])).toBe(
      true,
    );
    expect(lines).toEqual(["图：D(P‖Q)\n一根条形"]);
  });
});

describe("an explorer's bundle", () => {
  const controls = { meta: { explorer: {} } };
  const data = { [plotlyMime]: { layout: controls }, "text/html": "<p>", "text/plain": "…" };
  const sentIn = (env: Record<string, string>, bundle: object = data): string[] => {
    const { scope, sent } = fakeTslab("bundle");
    deliver({ data: bundle as never }, kernelAdapters({ ...scope, process: { env } }));
    return Object.keys((sent[0][0] as { data: object }).data);
  };

  test("goes without Plotly's JSON to a Jupyter page, which would draw that and leave the controls", () => {
    expect(sentIn({ JPY_SESSION_NAME: "/home/a/课.ipynb" })).toEqual(["text/html", "text/plain"]);
  });

  test.each([
    ["klab run, nbclient", {}],
    ["VS Code, its kernel", { VSCODE_ESM_ENTRYPOINT: "x", JPY_SESSION_NAME: "/a.ipynb" }],
    ["VS Code on a Jupyter server", { JPY_SESSION_NAME: "/a-jvsc-1f.ipynb" }],
  ])("goes whole to %s", (_, env) => {
    expect(sentIn(env)).toEqual(Object.keys(data));
  });

  test("is the only one: a figure goes whole everywhere", () => {
    expect(sentIn({ JPY_SESSION_NAME: "/a.ipynb" }, output.data)).toContain(plotlyMime);
  });
});

test("in Deno the bundle is broadcast as a display of its own", () => {
  const sent: unknown[] = [];
  const scope = {
    Deno: { jupyter: { broadcast: async (...args: unknown[]) => void sent.push(args) } },
  };
  expect(denoAdapter(scope)(output)).toBe(true);
  expect(sent).toEqual([["display_data", { data: output.data, metadata: {}, transient: {} }]]);
});

test("a Deno whose jupyter may not be touched outside a notebook is passed over", () => {
  const scope = {
    Deno: {
      get jupyter(): never {
        throw new Error("Deno.jupyter is only available in `deno jupyter`");
      },
    },
  };
  expect(denoAdapter(scope)(output)).toBe(false);
});

describe("a figure at the end of a cell", () => {
  const scope = globalThis as { __tslab__?: unknown };
  afterEach(() => {
    delete scope.__tslab__;
  });

  test("shows itself, and its text is one line", () => {
    const fake = fakeTslab("bundle");
    scope.__tslab__ = fake.scope.__tslab__;
    expect(inspect(figure)).toBe("图：D(P‖Q)");
    expect(fake.sent).toHaveLength(1);
  });

  test.each([
    ["an array", [figure]],
    ["an object", { figure }],
    ["a map", new Map([["a", figure]])],
    ["a nested array", [[figure]]],
  ])("inside %s prints as a line and shows nothing", (_, value) => {
    const fake = fakeTslab("bundle");
    scope.__tslab__ = fake.scope.__tslab__;
    expect(inspect(value)).toContain("图：D(P‖Q)");
    expect(fake.sent).toEqual([]);
  });

  test("outside a notebook only prints", () => {
    expect(inspect(figure)).toBe("图：D(P‖Q)");
  });
});

describe("show", () => {
  test("hands the bundle to the first adapter that takes it", () => {
    const taken: DisplayOutput[] = [];
    show(figure, { adapters: [() => false, (o) => taken.push(o) > 0, () => expect.fail("asked")] });
    expect(taken).toEqual([{ data: figure[mimeBundle]() }]);
  });

  test.each([[null], [undefined], [3], [{ data: [], layout: {} }]])(
    "says what it cannot show: %o",
    (value) => {
      expect(() => show(value as never)).toThrow(TypeError);
      expect(() => show(value as never)).toThrow(/show: value .*Figure/);
    },
  );
});
