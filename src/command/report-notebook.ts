import type { MimeBundle } from "../display/mime";
import { mimeBundle } from "../display/mime";
import type { Notebook } from "../notebook/nbformat";
import type { TableComparison } from "../tables";

/** So many columns have a figure in a page: those that drifted, the least likely first. */
const mostFigures = 12;

/** A comparison of tables as a notebook that has run: its table, and a figure of each column that differs. */
export function reportNotebook(report: TableComparison): Notebook {
  const drifted = report.columns
    .flatMap((column) => {
      const [estimate] = "problem" in column ? [] : Object.values(column.measures);
      return estimate ? [{ name: column.name, pValue: estimate.pValue }] : [];
    })
    .filter(({ pValue }) => pValue <= 0.05)
    .sort((a, b) => a.pValue - b.pValue)
    .slice(0, mostFigures);
  const shown = [report, ...drifted.map(({ name }) => report.figure(name))];
  const cells = shown.map((one, i) => ({
    id: `shown-${i}`,
    cell_type: "code" as const,
    source: "",
    metadata: { tags: ["remove-input"] },
    execution_count: i + 1,
    outputs: [
      { output_type: "display_data" as const, data: one[mimeBundle]() as MimeBundle, metadata: {} },
    ],
  }));
  const title = report.locale === "en" ? "Two tables compared" : "两张表的比较";
  return {
    nbformat: 4,
    nbformat_minor: 5,
    metadata: {
      kernelspec: { name: "tslab", display_name: "TypeScript", language: "typescript" },
      language_info: { name: "typescript" },
      title,
      klab: { kind: "report" },
    },
    cells: [{ id: "title", cell_type: "markdown", source: `# ${title}`, metadata: {} }, ...cells],
  };
}
