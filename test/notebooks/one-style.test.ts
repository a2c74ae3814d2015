import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readNotebookFiles } from "../../src/notebook/notebook-file";
import { darkColors, lightColors } from "../../src/page/look/palette";

interface Axis {
  readonly gridcolor?: string;
  readonly showgrid?: boolean;
}
type Layout = Readonly<Record<string, unknown>> & {
  readonly font?: { readonly family?: string; readonly size?: number; readonly color?: string };
  readonly title?: {
    readonly x?: number;
    readonly xanchor?: string;
    readonly font?: { size?: number };
  };
  readonly legend?: { readonly orientation?: string };
};

const colours = [lightColors, darkColors].flatMap((one) => Object.values(one));

/** What a stored figure lacks of the style that all share. */
function faults(layout: Layout, data: readonly object[]): string[] {
  const { font, title, legend, paper_bgcolor: paper, plot_bgcolor: plot, width } = layout;
  const house = [lightColors, darkColors].some(
    (one) => font?.color === one.text && paper === one.paper && plot === one.paper,
  );
  const axes = Object.entries(layout).filter(([key]) => /^[xy]axis\d*$/.test(key));
  const bare = axes.filter(([, axis]) => {
    const { gridcolor, showgrid } = axis as Axis;
    return showgrid !== false && gridcolor !== undefined && !colours.includes(gridcolor);
  });
  // Opaque colours of lines and marks are those of the roles.
  const own = [...JSON.stringify(data).matchAll(/"(?:color|line_color)":"(#[\dA-Fa-f]{6})"/g)].map(
    ([, colour]) => colour.toUpperCase(),
  );
  return [
    ...(house ? [] : ["paper and text"]),
    ...(font?.family?.startsWith('"Noto Sans SC"') && font.size === 13 ? [] : ["letters"]),
    ...(title?.x === 0.02 && title.xanchor === "left" && title.font?.size === 17 ? [] : ["title"]),
    ...(legend?.orientation === "h" ? [] : ["legend"]),
    ...(width === 680 ? [] : ["width"]),
    ...(bare.length === 0 ? [] : ["grid"]),
    ...own.filter((colour) => !colours.includes(colour)),
  ];
}

test("every stored figure of every lesson is drawn in one style", () => {
  const files = readdirSync("notebooks").filter((file) => file.endsWith(".ipynb"));
  let count = 0;
  const found: Record<string, string[]> = {};
  for (const file of files) {
    const { notebook } = readNotebookFiles([join("notebooks", file)])[0];
    for (const cell of notebook.cells) {
      if (cell.cell_type !== "code") continue;
      for (const output of cell.outputs ?? []) {
        const shown = (output as { data?: Record<string, unknown> }).data?.[
          "application/vnd.plotly.v1+json"
        ] as { readonly data: readonly object[]; readonly layout: Layout } | undefined;
        if (!shown) continue;
        count += 1;
        const wrong = faults(shown.layout, shown.data);
        if (wrong.length > 0)
          found[`${file.replace(".ipynb", "")} ${(cell.id as string).slice(-8)}`] = wrong;
      }
    }
  }
  expect(count).toBeGreaterThan(60);
  expect(found).toEqual({});
});
