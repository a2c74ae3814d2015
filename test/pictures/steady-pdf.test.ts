import { expect, test } from "vitest";
import { steadyPdf } from "../../src/pictures/steady-pdf";

/** A PDF as Chromium writes it: cells of a table's head with ids, a tree of their names in leaves, a table of places. */
function pdfOf(ids: readonly string[], perLeaf: number, date: string): string {
  const cells = ids.map((id, i) => ({ object: 9 + 90 * i, id }));
  const sorted = [...cells].sort((a, b) => (a.id < b.id ? -1 : 1));
  const leaves = Array.from({ length: Math.ceil(ids.length / perLeaf) }, (_, i) =>
    sorted.slice(i * perLeaf, (i + 1) * perLeaf),
  );
  const bodies: [number, string][] = [
    [1, `<</CreationDate (D:${date}+00'00')>>`],
    ...cells.map(({ object, id }): [number, string] => [
      object,
      `<</Type /StructElem\n/S /TH\n/A [<</O /Table\n/Scope /Column>> <</O /Table\n/RowSpan 1>>]\n/ID (${id})>>`,
    ]),
    [700, `<</A [<</O /Table\n/Headers [(${ids[1]})]>>]>>`],
    ...leaves.map((leaf, i): [number, string] => [
      800 + i,
      `<</Limits [(${leaf[0].id}) (${leaf[leaf.length - 1].id})]\n/Names [${leaf
        .map(({ id, object }) => `(${id}) ${object} 0 R`)
        .join(" ")}]>>`,
    ]),
    [900, "<</Last true>>"],
  ];
  let text = "%PDF-1.4\n%\xd3\xeb\xe9\xe1";
  const places: string[] = [];
  for (const [object, body] of bodies) {
    places.push(`${`${text.length + 1}`.padStart(10, "0")} 00000 n `);
    text += `\n${object} 0 obj\n${body}\nendobj`;
  }
  const start = text.length + 1;
  return `${text}\nxref\n0 1\n0000000000 65535 f \n${places.join("\n")}\ntrailer\n<<>>\nstartxref\n${start}\n%%EOF`;
}

const steady = (text: string): string => steadyPdf(Buffer.from(text, "latin1")).toString("latin1");

test.each([
  [["node00000432", "node00000059", "node00000060"], 8],
  [["node00000432", "node00000059", "node00000007", "node00000008", "node00000500"], 2],
  [["node00000009", "node00000008", "node00000007"], 1],
])("two printings of one page, %j with %d names a leaf, are the same bytes", (ids, perLeaf) => {
  const upwards = ids.map((_, i) => `node0000070${i}`);
  const one = steady(pdfOf(ids, perLeaf, "20261129010203"));
  expect(one).toBe(steady(pdfOf(upwards, perLeaf, "20270101040506")));
  expect(steady(one)).toBe(one);
});

test("what points at a cell, and at an object's place, is right afterwards", () => {
  const text = steady(pdfOf(["node00000432", "node00000059", "node00000007"], 1, "20261129010203"));
  expect(text).toContain("/ID (node00000099)");
  expect(text).toContain("/Headers [(node00000099)]");
  const names = [...text.matchAll(/\((node\d+)\) (\d+) 0 R/g)].map(([, name, object]) => [
    name,
    Number(object),
  ]);
  expect(names).toEqual([
    ["node00000009", 9],
    ["node00000099", 99],
    ["node00000189", 189],
  ]);
  const places = [...text.matchAll(/^(\d{10}) 00000 n/gm)].map(([, place]) =>
    text.slice(Number(place)),
  );
  expect(places.map((rest) => /^\d+ 0 obj/.test(rest))).toEqual(places.map(() => true));
  expect(text.slice(Number(/startxref\n(\d+)/.exec(text)?.[1]))).toMatch(/^xref/);
});

test("a page without tables stays as it is, but for its date", () => {
  const text =
    "%PDF-1.4\n1 0 obj\n<</ModDate (D:20261129010203+00'00')>>\nendobj\nxref\n0 1\nstartxref\n50\n%%EOF";
  expect(steady(text)).toBe(text.replace("20261129010203", "20000101000000"));
});
