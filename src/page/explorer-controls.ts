/** A control as JSON; the kinds of figures/controls. */
export interface ControlSpec {
  readonly kind: "slider" | "select" | "toggle" | "number";
  readonly value: number | string | boolean;
  readonly label?: string;
  readonly low?: number;
  readonly high?: number;
  readonly step?: number;
  readonly choices?: readonly string[];
}

/**
 * Puts labelled native inputs into `place`, which keyboards, touch and screen readers know; calls `changed` with all
 * values when one changes.
 *
 * The text of a function.
 */
export const buildControls = (
  // biome-ignore lint/suspicious/noExplicitAny: elements have no types here
  place: any,
  specs: Readonly<Record<string, ControlSpec>>,
  prefix: string,
  changed: (values: Record<string, number | string | boolean>) => void,
): Record<string, number | string | boolean> => {
  const document = place.ownerDocument;
  const make = (name: string, properties: object, styles: string) => {
    const element = document.createElement(name);
    Object.assign(element, properties);
    element.style.cssText = styles;
    return element;
  };
  const values: Record<string, number | string | boolean> = Object.create(null);
  for (const [name, spec] of Object.entries(specs)) {
    const id = `${prefix}-${name}`;
    const row = make(
      "div",
      {},
      "display:flex;flex-wrap:wrap;align-items:center;gap:.25em .75em;margin:.25em 0",
    );
    const label = make("label", { htmlFor: id, textContent: spec.label ?? name }, "min-width:7em");
    values[name] = spec.value;
    const isSelect = spec.kind === "select";
    const types = { slider: "range", toggle: "checkbox", number: "number", select: "" };
    const input = make(
      isSelect ? "select" : "input",
      { id },
      `min-height:28px;${spec.kind === "slider" ? "flex:1 1 12em;max-width:28em;touch-action:pan-y" : "min-width:28px"}`,
    );
    if (isSelect) {
      for (const choice of spec.choices ?? [])
        input.append(make("option", { value: choice, textContent: choice }, ""));
      input.value = spec.value;
    } else {
      input.type = types[spec.kind];
      if (spec.kind === "toggle") input.checked = spec.value;
      else
        Object.assign(input, {
          min: spec.low,
          max: spec.high,
          step: spec.step,
          value: spec.value,
        });
    }
    const shown = make(
      "output",
      { htmlFor: id, textContent: "" },
      "min-width:3.5em;font-variant-numeric:tabular-nums",
    );
    const show = () => {
      if (spec.kind === "slider") shown.textContent = String(values[name]).replace("-", "−");
    };
    show();
    input.addEventListener("input", () => {
      if (spec.kind === "toggle") values[name] = input.checked;
      else if (isSelect) values[name] = input.value;
      else {
        const typed = Number(input.value);
        const inside =
          input.value !== "" && typed >= (spec.low ?? typed) && typed <= (spec.high ?? typed);
        input.setAttribute("aria-invalid", String(!inside));
        if (!inside) return;
        values[name] = typed;
      }
      show();
      changed({ ...values });
    });
    row.append(label, input, shown);
    place.append(row);
  }
  return { ...values };
};
