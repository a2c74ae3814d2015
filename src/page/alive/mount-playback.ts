import { isRecord } from "../../words/is-record";
import type { DrawnLayout } from "../look/drawn-layout";

/** A frame of Plotly's: what changes of which traces. */
export interface Frame {
  readonly name?: string;
  readonly data?: readonly object[];
  readonly traces?: readonly number[];
}

export interface PlaybackHost {
  /** Where the controls go. */
  readonly place: HTMLElement;
  readonly frames: readonly Frame[];
  /** The figure's traces, of which a frame changes some. */
  readonly first: readonly object[];
  /** What Plotly's own buttons would say. */
  readonly layout: DrawnLayout;
  draw(data: readonly object[]): Promise<unknown>;
}

const pause = 160;

/** The words of Plotly's buttons, in the figure's language. */
function wordsOf({ updatemenus, sliders }: DrawnLayout): readonly [string, string, string] {
  const [menu] = Array.isArray(updatemenus) ? updatemenus : [];
  const buttons = isRecord(menu) && Array.isArray(menu.buttons) ? menu.buttons : [];
  const label = (i: number, usual: string): string =>
    isRecord(buttons[i]) && typeof buttons[i].label === "string" ? buttons[i].label : usual;
  const [slider] = Array.isArray(sliders) ? sliders : [];
  const now = isRecord(slider) && isRecord(slider.currentvalue) ? slider.currentvalue.prefix : "";
  return [label(0, "播放"), label(1, "暂停"), typeof now === "string" ? now.trim() : ""];
}

/**
 * Play, pause and a slider over a figure's frames, as native controls: Tab reaches them, arrow keys move the slider.
 *
 * Where the reader asks for less motion, "play" shows the end at once.
 */
export function mountPlayback({ place, frames, first, layout, draw }: PlaybackHost): void {
  const [play, stop, step] = wordsOf(layout);
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = play;
  const slider = document.createElement("input");
  slider.type = "range";
  slider.max = String(frames.length - 1);
  slider.setAttribute("aria-label", step || play);
  const shown = document.createElement("span");
  shown.setAttribute("aria-hidden", "true");
  let timer: number | undefined;
  let busy = false;
  const show = async (at: number): Promise<void> => {
    slider.value = String(at);
    const { name = String(at + 1), data = [], traces } = frames[at];
    slider.setAttribute("aria-valuetext", `${step} ${name}`.trim());
    shown.textContent = `${step} ${name}`.trim();
    const changed = first.map((trace, i) => {
      const k = traces ? traces.indexOf(i) : i;
      return data[k] ? { ...trace, ...data[k] } : trace;
    });
    busy = true;
    await draw(changed);
    busy = false;
  };
  const halt = (): void => {
    clearInterval(timer);
    timer = undefined;
    button.textContent = play;
  };
  button.addEventListener("click", () => {
    if (timer !== undefined) {
      halt();
      return;
    }
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) {
      show(frames.length - 1);
      return;
    }
    const start = Number(slider.value);
    let at = start >= frames.length - 1 ? -1 : start;
    button.textContent = stop;
    timer = window.setInterval(() => {
      if (busy) return;
      at++;
      show(at);
      if (at >= frames.length - 1) halt();
    }, pause);
  });
  slider.addEventListener("input", () => {
    halt();
    show(Number(slider.value));
  });
  place.append(button, slider, shown);
  slider.value = String(frames.length - 1);
  const { name = "" } = frames[frames.length - 1];
  shown.textContent = `${step} ${name}`.trim();
  slider.setAttribute("aria-valuetext", shown.textContent);
}
