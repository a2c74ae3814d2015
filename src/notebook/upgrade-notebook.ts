import { isRecord } from "../words/is-record";

type Json = Readonly<Record<string, unknown>>;

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const mimeTypes: Readonly<Record<string, string>> = {
  text: "text/plain",
  html: "text/html",
  svg: "image/svg+xml",
  png: "image/png",
  jpeg: "image/jpeg",
  latex: "text/latex",
  json: "application/json",
  javascript: "application/javascript",
  pdf: "application/pdf",
};

const bundleOf = (output: Json): Json =>
  Object.fromEntries(
    Object.entries(mimeTypes).flatMap(([key, mimeType]) =>
      Object.hasOwn(output, key) ? [[mimeType, output[key]]] : [],
    ),
  );

function upgradeOutput(output: unknown): unknown {
  if (!isRecord(output)) return output;
  const { output_type, stream, text, metadata = {} } = output;
  switch (output_type) {
    case "stream":
      return { output_type, name: stream === "stderr" ? "stderr" : "stdout", text: text ?? "" };
    case "pyout":
      return {
        output_type: "execute_result",
        data: bundleOf(output),
        metadata,
        execution_count: output.prompt_number ?? null,
      };
    case "display_data":
      return { output_type, data: bundleOf(output), metadata };
    case "pyerr":
      return { ...output, output_type: "error" };
    default:
      return output;
  }
}

function upgradeCell(cell: unknown): unknown {
  if (!isRecord(cell)) return cell;
  const { cell_type, metadata = {}, source = "" } = cell;
  if (cell_type === "code") {
    return {
      cell_type,
      metadata: cell.collapsed === true ? { ...(metadata as Json), collapsed: true } : metadata,
      source: cell.input ?? source,
      execution_count: cell.prompt_number ?? null,
      outputs: list(cell.outputs).map(upgradeOutput),
    };
  }
  if (cell_type === "heading") {
    const level = Math.min(6, Math.max(1, Number(cell.level) || 1));
    const text = list(typeof source === "string" ? [source] : source).join("");
    const title = text.replace(/\s+/g, " ").trim();
    return { cell_type: "markdown", metadata, source: `${"#".repeat(level)} ${title}` };
  }
  // nbformat 3 had a kind for HTML, which Markdown holds as well.
  return { cell_type: cell_type === "html" ? "markdown" : cell_type, metadata, source };
}

/** A cell of nbformat 4 with the members that other programs than Jupyter leave out, and Jupyter puts in. */
function completeCell(cell: unknown): unknown {
  if (!isRecord(cell)) return cell;
  const { metadata, source, outputs, ...others } = cell;
  const common = { ...others, metadata: metadata ?? {}, source: source ?? "" };
  return cell.cell_type === "code"
    ? { execution_count: null, ...common, outputs: outputs ?? [] }
    : { ...common, ...(outputs === undefined ? {} : { outputs }) };
}

/** A notebook of nbformat 2 or 3 as nbformat 4 has it, and one of nbformat 4 with what its cells lack; any other value as it is. */
export function upgradeNotebook(value: unknown): unknown {
  if (isRecord(value) && value.nbformat === 4 && Array.isArray(value.cells)) {
    return { ...value, cells: value.cells.map(completeCell) };
  }
  if (!isRecord(value) || (value.nbformat !== 3 && value.nbformat !== 2)) return value;
  const { name, ...metadata } = isRecord(value.metadata) ? value.metadata : {};
  const cells = list(value.worksheets).flatMap((sheet) =>
    isRecord(sheet) ? list(sheet.cells) : [],
  );
  const languages = cells.flatMap((cell) => (isRecord(cell) ? [cell.language] : []));
  const language = languages.find((named) => typeof named === "string");
  return {
    nbformat: 4,
    nbformat_minor: 4,
    metadata: {
      ...(language === undefined ? {} : { language_info: { name: language } }),
      ...metadata,
      ...(typeof name === "string" && name !== "" ? { title: name } : {}),
    },
    cells: cells.map(upgradeCell),
  };
}
