import type { Control, Values } from "./control";
import type { ExplorerWords } from "./explorer-words";

/** A native input, what it says, and which of its values count. */
interface Input {
  readonly element: HTMLInputElement | HTMLSelectElement;
  /** The value now; undefined while what is typed is none. */
  read(): Values[string] | undefined;
  write(value: Values[string]): void;
}

/** Controls in a page, which can be moved by others than the reader. */
export interface ControlPanel {
  /** All values now. */
  values(): Values;
  /** Moves controls, those named, to the nearest positions that they have, and tells of it. */
  set(values: Readonly<Record<string, unknown>>, isResting: boolean): void;
}

export interface ControlPanelOptions {
  readonly place: HTMLElement;
  readonly controls: Readonly<Record<string, Control>>;
  /** Begins every id. */
  readonly prefix: string;
  readonly words: ExplorerWords;
  /** Hears all values when one changes; the hand rests when nothing more is to come. */
  readonly changed: (values: Values, isResting: boolean) => void;
  /** Hears in words why what is typed does not count. */
  readonly refused: (text: string) => void;
}

const inputTypes = { slider: "range", toggle: "checkbox", number: "number" } as const;

const signed = (value: number | string): string => String(value).replace("-", "−");

function selectOf(
  document: Document,
  { choices, value }: Control & { readonly kind: "select" },
): Input {
  const element = document.createElement("select");
  for (const choice of choices) {
    const option = document.createElement("option");
    option.value = choice;
    option.textContent = choice;
    element.append(option);
  }
  element.value = value;
  return {
    element,
    read: () => element.value,
    write: (next) => {
      if (choices.includes(String(next))) element.value = String(next);
    },
  };
}

function inputOf(document: Document, control: Control): Input {
  if (control.kind === "select") return selectOf(document, control);
  const element = document.createElement("input");
  element.type = inputTypes[control.kind];
  if (control.kind === "toggle") {
    element.checked = control.value;
    return {
      element,
      read: () => element.checked,
      write: (next) => {
        element.checked = next === true;
      },
    };
  }
  const { low, high, step, value } = control;
  element.min = String(low);
  element.max = String(high);
  element.step = String(step);
  element.value = String(value);
  return {
    element,
    read: () => {
      const typed = Number(element.value);
      const isInside = element.value !== "" && typed >= low && typed <= high;
      element.setAttribute("aria-invalid", String(!isInside));
      return isInside ? typed : undefined;
    },
    write: (next) => {
      if (typeof next !== "number" || !Number.isFinite(next)) return;
      const snapped = low + Math.round((next - low) / step) * step;
      const held = Math.min(high, Math.max(low, snapped));
      element.value = String(Number(held.toPrecision(12)));
    },
  };
}

/** A row of one height: label, input, value. */
function rowOf(document: Document, label: HTMLElement, input: HTMLElement, shown: HTMLElement) {
  const row = document.createElement("div");
  row.style.cssText =
    "display:grid;grid-template-columns:8em minmax(6em,28em) minmax(4em,1fr);align-items:center;column-gap:.75em;min-height:2.75rem;line-height:1.25";
  row.append(label, input, shown);
  return row;
}

/**
 * Puts labelled native inputs into `place`, which keyboards, touch and screen readers know.
 *
 * A value is told by its input alone, with its unit; what stands beside it is for eyes.
 */
export function buildControls(options: ControlPanelOptions): ControlPanel {
  const { place, controls, prefix, words, changed, refused } = options;
  const document = place.ownerDocument;
  const values: Record<string, Values[string]> = Object.create(null);
  const inputs = new Map<string, Input & { readonly show: () => void }>();
  for (const [name, control] of Object.entries(controls)) {
    values[name] = control.value;
    const isSlider = control.kind === "slider";
    const label = document.createElement("label");
    const input = inputOf(document, control);
    const { element } = input;
    element.id = `${prefix}-${name}`;
    // JupyterLab's shortcuts would take the arrow keys that move a slider, and look no further than what has the focus.
    element.setAttribute("data-lm-suppress-shortcuts", "true");
    element.style.cssText = `min-height:28px;${isSlider ? "width:100%;touch-action:pan-y" : "min-width:28px;justify-self:start"}`;
    label.htmlFor = element.id;
    label.textContent = control.label ?? name;
    const shown = document.createElement("span");
    shown.setAttribute("aria-hidden", "true");
    shown.style.cssText = "font-variant-numeric:tabular-nums";
    const unit = "unit" in control && control.unit ? ` ${control.unit}` : "";
    const show = (): void => {
      if (!isSlider) {
        shown.textContent = unit.trim();
        return;
      }
      const text = `${signed(values[name] as number)}${unit}`;
      shown.textContent = text;
      element.setAttribute("aria-valuetext", text);
    };
    show();
    const hear = (isResting: boolean): void => {
      const value = input.read();
      if (value === undefined) {
        const { low, high } = control as Control & { readonly kind: "number" };
        const text = words.outOfRange(control.label ?? name, signed(low), signed(high));
        shown.textContent = text;
        refused(text);
        return;
      }
      values[name] = value;
      show();
      changed({ ...values }, isResting);
    };
    // A slider sends "change" when it is let go.
    element.addEventListener("input", () => hear(!isSlider));
    if (isSlider) element.addEventListener("change", () => hear(true));
    inputs.set(name, { ...input, show });
    place.append(rowOf(document, label, element, shown));
  }
  return {
    values: () => ({ ...values }),
    set: (next, isResting) => {
      for (const [name, value] of Object.entries(next)) {
        const input = inputs.get(name);
        if (!input) continue;
        input.write(value as Values[string]);
        values[name] = input.read() ?? values[name];
        input.show();
      }
      changed({ ...values }, isResting);
    },
  };
}
