import { isRecord } from "../words/is-record";
import type { ControlPanel } from "./build-controls";
import type { Control, Values } from "./control";
import type { Handle } from "./explorer-markup";
import type { ExplorerWords } from "./explorer-words";

/** What Plotly keeps of an axis: where its pixels are. */
interface DrawnScale {
  readonly _offset: number;
  l2p(value: number): number;
  p2l(pixel: number): number;
}

/** A plot as Plotly leaves it. */
type Plot = HTMLElement & {
  readonly data?: readonly object[];
  on?(event: "plotly_afterplot", heard: () => void): void;
  readonly _fullLayout?: { readonly xaxis?: DrawnScale; readonly yaxis?: DrawnScale };
};

export interface HandlesOptions {
  readonly plot: HTMLElement;
  readonly handles: readonly Handle[];
  readonly controls: Readonly<Record<string, Control>>;
  readonly panel: ControlPanel;
  readonly words: ExplorerWords;
}

const number = (values: Values, name: string | undefined, usual: number): number => {
  const value = name === undefined ? usual : values[name];
  return typeof value === "number" ? value : usual;
};

/** The height of a curve at x, between its points; undefined outside them. */
function heightAt(trace: object | undefined, x: number): number | undefined {
  if (!isRecord(trace) || !Array.isArray(trace.x) || !Array.isArray(trace.y)) return undefined;
  const { x: xs, y: ys } = trace as { readonly x: number[]; readonly y: number[] };
  const i = xs.findIndex((xi) => xi >= x);
  if (i <= 0) return undefined;
  const share = (x - xs[i - 1]) / (xs[i] - xs[i - 1]);
  return ys[i - 1] + share * (ys[i] - ys[i - 1]);
}

/** Grips on curves: a mouse, a finger or arrow keys move them, and with them a control. */
export class ExplorerHandles {
  private readonly grips: { readonly handle: Handle; readonly element: HTMLElement }[];
  private readonly options: HandlesOptions;

  constructor(options: HandlesOptions) {
    this.options = options;
    const { plot, handles, controls } = options;
    const frame = plot.parentElement;
    if (frame && getComputedStyle(frame).position === "static") frame.style.position = "relative";
    this.grips = handles.flatMap((handle) => {
      const control = controls[handle.control];
      if (control?.kind !== "slider") return [];
      const element = this.grip(handle, control);
      // Beside the plot, whose inside Plotly clears.
      plot.after(element);
      return [{ handle, element }];
    });
    // Also where the page's width or theme changes.
    (plot as Plot).on?.("plotly_afterplot", () => this.place());
    this.place();
  }

  private grip(handle: Handle, control: Control & { readonly kind: "slider" }): HTMLElement {
    const { plot, panel, words } = this.options;
    const element = plot.ownerDocument.createElement("div");
    element.className = "klab-handle";
    element.tabIndex = 0;
    element.setAttribute("role", "slider");
    element.setAttribute("aria-label", words.handle(control.label ?? handle.control));
    element.setAttribute("aria-valuemin", String(control.low));
    element.setAttribute("aria-valuemax", String(control.high));
    element.setAttribute("data-lm-suppress-shortcuts", "true");
    element.style.cssText =
      "position:absolute;width:28px;height:28px;margin:-14px 0 0 -14px;border-radius:50%;background:radial-gradient(circle,currentColor 0 4px,rgba(127,127,127,.3) 4.5px 9px,currentColor 9.5px 10.5px,transparent 11px);cursor:ew-resize;touch-action:none;z-index:1";
    const move = (event: PointerEvent, isResting: boolean): void => {
      const scale = (plot as Plot)._fullLayout?.xaxis;
      if (!scale) return;
      const pixel = event.clientX - plot.getBoundingClientRect().left - scale._offset;
      const values = panel.values();
      const unit = number(values, handle.scale, 1);
      const value = (scale.p2l(pixel) - number(values, handle.from, 0)) / unit;
      panel.set({ [handle.control]: value }, isResting);
    };
    element.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      element.focus();
      element.setPointerCapture(event.pointerId);
    });
    element.addEventListener("pointermove", (event) => {
      if (element.hasPointerCapture(event.pointerId)) move(event, false);
    });
    element.addEventListener("pointerup", (event) => {
      if (element.hasPointerCapture(event.pointerId)) move(event, true);
    });
    element.addEventListener("keydown", (event) => {
      const steps: Readonly<Record<string, number>> = {
        ArrowRight: 1,
        ArrowUp: 1,
        ArrowLeft: -1,
        ArrowDown: -1,
        PageUp: 10,
        PageDown: -10,
      };
      const now = number(panel.values(), handle.control, control.value);
      const to =
        event.key === "Home"
          ? control.low
          : event.key === "End"
            ? control.high
            : now + (steps[event.key] ?? 0) * control.step;
      if (to === now && !/^(?:Home|End)$/.test(event.key)) return;
      event.preventDefault();
      panel.set({ [handle.control]: to }, true);
    });
    return element;
  }

  /** Puts every grip where its control is, on the curve as it is drawn; one that lies outside is not shown. */
  place(): void {
    const { plot, panel, controls } = this.options;
    const { data = [] } = plot as Plot;
    const { xaxis, yaxis } = (plot as Plot)._fullLayout ?? {};
    const values = panel.values();
    // Read before anything is written: between writes each look would lay the page out anew.
    const { offsetLeft, offsetTop } = plot;
    for (const { handle, element } of this.grips) {
      const { curve, from, scale, control } = handle;
      const value = number(values, control, 0);
      const x = number(values, from, 0) + value * number(values, scale, 1);
      // In the reader's language a trace may have another name, and its own beside it.
      const trace = data.find(
        (one) => isRecord(one) && (isRecord(one.meta) ? one.meta.name : one.name) === curve,
      );
      const y = heightAt(trace, x);
      const isShown = xaxis !== undefined && yaxis !== undefined && y !== undefined;
      element.hidden = !isShown;
      element.style.visibility = isShown ? "" : "hidden";
      const { unit } = controls[control] as { readonly unit?: string };
      const text = String(value).replace("-", "−");
      element.setAttribute("aria-valuenow", String(value));
      element.setAttribute("aria-valuetext", unit ? `${text} ${unit}` : text);
      if (!isShown) continue;
      const line = isRecord(trace) && isRecord(trace.line) ? trace.line.color : undefined;
      if (typeof line === "string") element.style.color = line;
      element.style.left = `${offsetLeft + xaxis._offset + xaxis.l2p(x)}px`;
      element.style.top = `${offsetTop + yaxis._offset + yaxis.l2p(y)}px`;
    }
  }

  /** Without a library to recompute with, nothing can be moved. */
  remove(): void {
    for (const { element } of this.grips) element.remove();
  }
}
