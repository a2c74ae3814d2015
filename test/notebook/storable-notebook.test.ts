import { expect, test } from "vitest";
import { type Notebook, stringifyNotebook } from "../../src/notebook/nbformat";
import { storableNotebook } from "../../src/notebook/storable-notebook";
import { notebookOf } from "../kernel/workspace";

const plotly = "application/vnd.plotly.v1+json";

function withOutput(data: Record<string, unknown>, metadata = {}): Notebook {
  const notebook = notebookOf("figure\n1");
  const outputs = [{ output_type: "display_data" as const, data, metadata }];
  return { ...notebook, cells: [{ ...notebook.cells[0], outputs }] };
}

const figure = { [plotly]: { data: [], layout: { b: 1, a: 2 } }, "text/plain": ["图"] };
const drawn = { png: Buffer.from("png"), width: 640, height: 400 };
const picture = {
  data: { "image/png": "cG5n" },
  size: { "image/png": { height: 400, width: 640 } },
};
const outputsOf = async (...of: Parameters<typeof storableNotebook>): Promise<unknown> =>
  (await storableNotebook(...of)).cells[0].outputs;

test("a figure keeps its JSON, a picture and its text, nothing else", async () => {
  const executed = withOutput({ ...figure, "text/html": ["<script>"] }, { extra: 1 });
  expect(await outputsOf(executed, { images: async () => drawn })).toEqual([
    {
      output_type: "display_data",
      data: { ...figure, ...picture.data },
      metadata: picture.size,
    },
  ]);
});

test("without a browser a figure keeps the picture it had, as long as it is the same figure", async () => {
  const before = withOutput({ ...figure, ...picture.data }, picture.size);
  const reordered = { ...figure, [plotly]: { layout: { a: 2, b: 1 }, data: [] } };
  const images = async (): Promise<undefined> => undefined;
  expect(await outputsOf(withOutput(reordered), { images, before })).toMatchObject([
    { data: picture.data, metadata: picture.size },
  ]);
  const other = withOutput({ [plotly]: { data: [1] } });
  expect(await outputsOf(other, { images, before })).toEqual([
    { output_type: "display_data", data: { [plotly]: { data: [1] } }, metadata: {} },
  ]);
});

test("a figure without any picture keeps its page, for viewers that know no Plotly JSON", async () => {
  const data = { ...figure, "text/html": ["<figure>"] };
  expect(await outputsOf(withOutput(data, { extra: 1 }))).toEqual([
    { output_type: "display_data", data, metadata: {} },
  ]);
});

test("other outputs keep their types", async () => {
  const data = { "text/html": ["<b>"], "image/png": "cG5n", "text/plain": ["b"] };
  expect(await outputsOf(withOutput(data, { m: 1 }))).toEqual([
    { output_type: "display_data", data, metadata: { m: 1 } },
  ]);
});

test("execution times are left out, sources are lines, keys are sorted", async () => {
  const executed = withOutput({ "text/plain": ["1"] });
  Object.assign(executed.cells[0].metadata, { execution: { started: 1 }, tags: ["check"] });
  const text = stringifyNotebook(await storableNotebook(executed));
  expect(JSON.parse(text).cells[0]).toMatchObject({
    metadata: { tags: ["check"] },
    source: ["figure\n", "1"],
  });
  expect(text).not.toContain("started");
  expect(Object.keys(JSON.parse(text).cells[0])).toEqual(
    Object.keys(JSON.parse(text).cells[0]).sort(),
  );
});
