import { setColoured } from "./set-coloured";

export interface CodeEditorOptions {
  /** Holds the code as text; it becomes the coloured copy beneath what is typed into. */
  readonly code: HTMLElement;
  readonly label: string;
  readonly changed: (text: string) => void;
  readonly run: () => void;
}

/**
 * Code that can be typed into: a textarea over a coloured copy of its text.
 *
 * A textarea is what screens, keyboards and readers of every device know. Tab moves on, as everywhere on the page.
 */
export class CodeEditor {
  readonly area: HTMLTextAreaElement;
  readonly #code: HTMLElement;
  readonly #editor: HTMLElement;

  constructor({ code, label, changed, run }: CodeEditorOptions) {
    const page = code.ownerDocument;
    const pre = code.closest("pre") ?? code;
    const editor = page.createElement("div");
    editor.className = "editor";
    const area = page.createElement("textarea");
    area.value = code.textContent ?? "";
    area.setAttribute("aria-label", label);
    for (const [name, value] of Object.entries({
      spellcheck: "false",
      autocapitalize: "off",
      autocomplete: "off",
      autocorrect: "off",
      wrap: "off",
    })) {
      area.setAttribute(name, value);
    }
    pre.replaceWith(editor);
    const inner = page.createElement("div");
    inner.className = "sheet";
    inner.append(pre, area);
    editor.append(inner);
    pre.setAttribute("aria-hidden", "true");
    // Marked as a scroller with a place in the tab order: the textarea is that now.
    pre.removeAttribute("tabindex");
    this.area = area;
    this.#code = code;
    this.#editor = editor;
    this.#fit();
    area.addEventListener("input", () => {
      this.#colour();
      this.mark(undefined);
      changed(area.value);
    });
    area.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.isComposing) return;
      if (event.shiftKey || event.ctrlKey || event.metaKey) {
        event.preventDefault();
        run();
      } else this.#newLine(event);
    });
  }

  get text(): string {
    return this.area.value;
  }

  set text(text: string) {
    if (text === this.area.value) return;
    this.area.value = text;
    this.#colour();
    this.mark(undefined);
  }

  /** Marks a line, from 1, or none. */
  mark(line: number | undefined): void {
    if (line === undefined) this.#editor.style.removeProperty("--line");
    else this.#editor.style.setProperty("--line", String(line));
    this.#editor.classList.toggle("marked", line !== undefined);
  }

  /** Puts the caret at the start of a line. */
  goTo(line: number): void {
    const lines = this.text.split("\n").slice(0, line - 1);
    const at = lines.reduce((sum, { length }) => sum + length + 1, 0);
    this.area.focus();
    this.area.setSelectionRange(at, at);
  }

  /** A new line begins where the last did. */
  #newLine(event: KeyboardEvent): void {
    const { area } = this;
    const before = area.value.slice(0, area.selectionStart);
    const indent = /[^\n]*$/.exec(before)?.[0].match(/^[ \t]*/)?.[0] ?? "";
    if (indent === "") return;
    event.preventDefault();
    // Deprecated and the only way that keeps the browser's own undo.
    const page = area.ownerDocument as Document & {
      execCommand(command: string, ui: boolean, value: string): boolean;
    };
    if (!page.execCommand("insertText", false, `\n${indent}`)) {
      area.setRangeText(`\n${indent}`, area.selectionStart, area.selectionEnd, "end");
      area.dispatchEvent(new Event("input"));
    }
  }

  #colour(): void {
    setColoured(this.#code, this.area.value);
    this.#fit();
  }

  /** A last empty line has height in a textarea, and none in a pre. */
  #fit(): void {
    if (/(?:^|\n)$/.test(this.area.value)) this.#code.append(" ");
  }
}
