import {
  type DisplayData,
  type ErrorOutput,
  type Output,
  type StreamOutput,
  splitText,
} from "../notebook/nbformat";
import { stripAnsi, terminalText } from "../notebook/terminal-text";
import { withoutFileFrames } from "./stack-frames";

interface Content {
  readonly [name: string]: unknown;
}

type Entry =
  | { readonly kind: "stream"; readonly name: "stdout" | "stderr"; text: string }
  | { readonly kind: "display"; readonly id?: string; output: DisplayData }
  | { readonly kind: "error"; readonly output: ErrorOutput };

interface CellState {
  entries: Entry[];
  /** `clear_output` with `wait`: clear when the next output comes. */
  clearNext: boolean;
}

/** Turns a kernel's messages into the outputs of cells, as Jupyter's front ends do. Pure: knows no kernel. */
export class CellOutputs {
  private readonly cells = new Map<number, CellState>();

  /** Takes one message of iopub that belongs to cell `cell`; types that are no outputs are ignored. */
  apply(cell: number, type: string, content: Content): void {
    if (type === "stream") {
      this.write(cell, content.name === "stderr" ? "stderr" : "stdout", `${content.text}`);
    } else if (type === "display_data" || type === "execute_result") {
      this.display(cell, type, content);
    } else if (type === "update_display_data") {
      this.update(displayId(content), content);
    } else if (type === "error") {
      this.add(cell, { kind: "error", output: errorOutput(content) });
    } else if (type === "clear_output") {
      if (content.wait === true) this.state(cell).clearNext = true;
      else this.cells.delete(cell);
    }
  }

  /** The outputs of `cell` in the form of nbformat. A lone empty line is what shows a value that showed itself. */
  outputs(cell: number): Output[] {
    return this.entries(cell)
      .filter(
        (entry) => !(entry.kind === "stream" && entry.name === "stdout" && entry.text === "\n"),
      )
      .map((entry) =>
        entry.kind === "stream" ? streamOutput(entry.name, entry.text) : entry.output,
      );
  }

  /** What `cell` wrote to standard error, as a terminal shows it. */
  stderr(cell: number): string {
    const text = this.entries(cell).map((entry) =>
      entry.kind === "stream" && entry.name === "stderr" ? entry.text : "",
    );
    return terminalText(text.join(""));
  }

  private entries(cell: number): readonly Entry[] {
    return this.cells.get(cell)?.entries ?? [];
  }

  private state(cell: number): CellState {
    let state = this.cells.get(cell);
    if (!state) this.cells.set(cell, (state = { entries: [], clearNext: false }));
    if (state.clearNext) Object.assign(state, { entries: [], clearNext: false });
    return state;
  }

  private add(cell: number, entry: Entry): void {
    this.state(cell).entries.push(entry);
  }

  private write(cell: number, name: "stdout" | "stderr", text: string): void {
    const last = this.state(cell).entries.at(-1);
    if (last?.kind === "stream" && last.name === name) last.text += text;
    else if (text !== "") this.add(cell, { kind: "stream", name, text });
  }

  private display(cell: number, type: "display_data" | "execute_result", content: Content): void {
    const id = displayId(content);
    this.update(id, content);
    const count = type === "execute_result" ? { execution_count: content.execution_count } : {};
    const output = { ...bundle(content), ...count, output_type: type } as DisplayData;
    this.add(cell, { kind: "display", id, output });
  }

  /** Replaces what every place with this id shows, in whichever cell it is. */
  private update(id: string | undefined, content: Content): void {
    if (id === undefined) return;
    for (const { entries } of this.cells.values()) {
      for (const entry of entries) {
        if (entry.kind === "display" && entry.id === id) {
          entry.output = { ...entry.output, ...bundle(content) };
        }
      }
    }
  }
}

function displayId({ transient }: Content): string | undefined {
  return (transient as { display_id?: string } | undefined)?.display_id;
}

function bundle(content: Content): Pick<DisplayData, "data" | "metadata"> {
  const data = Object.entries((content.data ?? {}) as object).map(([mimeType, value]) => [
    mimeType,
    storedMime(mimeType, value),
  ]);
  return { data: Object.fromEntries(data), metadata: (content.metadata ?? {}) as Content };
}

/** Text in lines, as nbformat splits it; JSON and base64 as they are. */
function storedMime(mimeType: string, value: unknown): unknown {
  const isText = /^text\/|^application\/javascript$|^image\/svg\+xml$/.test(mimeType);
  if (typeof value !== "string" || !isText) return value;
  return splitText(mimeType === "text/plain" ? stripAnsi(value) : value);
}

function streamOutput(name: "stdout" | "stderr", raw: string): StreamOutput {
  const text = splitText(withoutFileFrames(terminalText(raw)));
  return { name, output_type: "stream", text };
}

function errorOutput({ ename, evalue, traceback }: Content): ErrorOutput {
  const lines = Array.isArray(traceback) ? traceback.map((line) => stripAnsi(`${line}`)) : [];
  const evalueText = stripAnsi(`${evalue}`);
  return { ename: `${ename}`, evalue: evalueText, output_type: "error", traceback: lines };
}
