import type { Control, Values } from "./control";

/** A native input, what it says, and which of its values count. */
interface Input {
  readonly element: HTMLInputElement | HTMLSelectElement;
  /** The value now; undefined while what is typed is none. */
  read(): Values[string] | undefined;
}

const inputTypes = { slider: "range", toggle: "checkbox", number: "number" } as const;

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
  return { element, read: () => element.value };
}

function inputOf(document: Document, control: Control): Input {
  if (control.kind === "select") return selectOf(document, control);
  const element = document.createElement("input");
  element.type = inputTypes[control.kind];
  if (control.kind === "toggle") {
    element.checked = control.value;
    return { element, read: () => element.checked };
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
  };
}

/**
 * Puts labelled native inputs into `place`, which keyboards, touch and screen readers know; calls `changed` with all
 * values when one changes.
 */
export function buildControls(
  place: HTMLElement,
  controls: Readonly<Record<string, Control>>,
  prefix: string,
  changed: (values: Values) => void,
): void {
  const document = place.ownerDocument;
  // JupyterLab's shortcuts would take the arrow keys that move a slider.
  place.setAttribute("data-lm-suppress-shortcuts", "true");
  const values: Record<string, Values[string]> = Object.create(null);
  for (const [name, control] of Object.entries(controls)) {
    values[name] = control.value;
    const isSlider = control.kind === "slider";
    const row = document.createElement("div");
    row.style.cssText =
      "display:flex;flex-wrap:wrap;align-items:center;gap:.25em .75em;margin:.25em 0";
    const label = document.createElement("label");
    const input = inputOf(document, control);
    input.element.id = `${prefix}-${name}`;
    input.element.style.cssText = `min-height:28px;${isSlider ? "flex:1 1 12em;max-width:28em;touch-action:pan-y" : "min-width:28px"}`;
    label.htmlFor = input.element.id;
    label.textContent = control.label ?? name;
    label.style.cssText = "min-width:7em";
    const shown = document.createElement("output");
    shown.htmlFor.value = input.element.id;
    shown.style.cssText = "min-width:3.5em;font-variant-numeric:tabular-nums";
    const show = (): void => {
      if (isSlider) shown.textContent = String(values[name]).replace("-", "−");
    };
    show();
    input.element.addEventListener("input", () => {
      const value = input.read();
      if (value === undefined) return;
      values[name] = value;
      show();
      changed({ ...values });
    });
    row.append(label, input.element, shown);
    place.append(row);
  }
}
