import { addressOf } from "../explorer-address";
import { type ExplorerSpec, type FigureJson, readSpec } from "../explorer-markup";
import { figureParts } from "../figure-markup";
import { figuresId } from "../live/live-ids";
import { liveModules } from "../live/live-modules";
import type { DrawnLayout } from "../look/drawn-layout";
import { figureRoom, isOurs } from "../look/figure-room";
import { layoutTitle } from "../look/layout-title";
import { moveCurves, type Shown } from "../look/move-curves";
import { isOnPhone, narrow, setTitle, smaller } from "../look/narrow-figure";
import { onDoubleTap } from "../look/on-double-tap";
import { darkColors } from "../look/palette";
import { rangesAround } from "../look/ranges-around";
import { recolored } from "../look/recolored";
import type { Plotly } from "../plotly";
import type { Drawing } from "../reader/figure-in-unit";
import type { PageReader } from "../reader/offer-reader-choice";
import { unpack } from "../unpack";
import { type Frame, mountPlayback } from "./mount-playback";

/** Names of Plotly's buttons; its own Chinese words are a separate script. */
const plotlyWords = {
  "Download plot as a PNG": "下载为PNG图片",
  "Download plot": "下载图片",
  Zoom: "框选放大",
  Pan: "平移",
  "Box Select": "矩形选取",
  "Lasso Select": "套索选取",
  "Zoom in": "放大",
  "Zoom out": "缩小",
  Autoscale: "自动缩放",
  "Reset axes": "恢复坐标轴",
  "Double-click to zoom back out": "双击恢复",
};

/** What a finger does over a figure is the page's: it scrolls, and has no use for a bar of small buttons. */
const isTouched = (): boolean => matchMedia("(pointer: coarse)").matches;

const configNow = (reader: PageReader | undefined): object => ({
  responsive: true,
  displaylogo: false,
  locale: reader?.isEnglish() ? "en" : "zh-CN",
  showSendToCloud: false,
  ...(isTouched() ? { displayModeBar: false, doubleClick: false, scrollZoom: false } : {}),
});

async function loadPlotly(): Promise<Plotly> {
  const script = document.createElement("script");
  script.textContent = await unpack("plotly-packed");
  document.head.append(script);
  const { Plotly: plotly } = window;
  if (!plotly) throw new Error("no plotly");
  plotly.register?.({
    moduleType: "locale",
    name: "zh-CN",
    dictionary: plotlyWords,
    format: {},
  });
  return plotly;
}

const darkPage = matchMedia("(prefers-color-scheme: dark)");

/** In the colours of the page, where the figure is one of ours for any page; else in its own, dark ones by choice too. */
const inPageColours = <Json>(json: Json, { classList }: HTMLElement): Json =>
  classList.contains("themed") ? recolored(json, darkPage.matches ? "dark" : "light") : json;

type StoredFigure = FigureJson & { readonly frames?: Frame[]; readonly layout?: DrawnLayout };

/** One figure that is alive: what it shows now, drawn anew where the page's theme changes. */
interface LiveFigure {
  readonly figure: HTMLElement;
  readonly card: Element;
  readonly heading: HTMLElement;
  readonly live: HTMLElement;
  now: Drawing;
  /** What Plotly drew last, in colours and words as they are seen. */
  drawn?: Shown;
  /** Draws with new margins when the hand rests. */
  settling?: number;
  /** The ranges of axes that a double tap enlarged. */
  closer?: Readonly<Record<string, readonly [number, number]>>;
}

/** A plot as Plotly leaves it. */
type Drawn = HTMLElement & {
  readonly _fullLayout?: {
    readonly _size?: {
      readonly l: number;
      readonly r: number;
      readonly t: number;
      readonly b: number;
    };
  };
};

/** How long a hand rests before the figure is measured anew. */
const settled = 300;

/** The layout in the room that the last drawing found: to measure it anew takes Plotly longer than to draw. */
function inSameRoom(layout: DrawnLayout, live: Drawn): DrawnLayout {
  const size = live._fullLayout?._size;
  if (!size) return layout;
  const { l, r, t, b } = size;
  const axes = Object.entries(layout).flatMap(([key, axis]) =>
    /^[xy]axis/.test(key) && typeof axis === "object"
      ? [[key, { ...axis, automargin: false }]]
      : [],
  );
  return {
    ...layout,
    ...Object.fromEntries(axes),
    margin: { l, r, t, b, autoexpand: false } as DrawnLayout["margin"],
    autosize: false,
    width: live.clientWidth,
    height: live.clientHeight,
  };
}

/** The library, and what an explorer uses beside it; each is unpacked once. */
async function libraryFor({ use }: ExplorerSpec): Promise<string> {
  window.klabLibrary ??= unpack("klab-packed");
  if (!use) return window.klabLibrary;
  window.klabLearning ??= unpack(liveModules["klab/learn"].script);
  return (await window.klabLibrary) + (await window.klabLearning);
}

/** Brings the figures of a handout to life; what they share is unpacked once, when the first needs it. */
export class FigureReviver {
  private readonly family = getComputedStyle(document.body).fontFamily;
  private alive: LiveFigure[] = [];
  private plotly: Promise<Plotly> | undefined;
  private packed: Promise<string[]> | undefined;

  /** @param reader who chose units and a language, where the page offers them */
  constructor(private readonly reader: () => PageReader | undefined) {
    darkPage.addEventListener("change", () => void this.redraw());
  }

  /** A figure in the unit and the language that its reader chose. */
  private asChosen(drawing: Drawing): Drawing {
    return this.reader()?.drawing(drawing) ?? drawing;
  }

  /** Draws all anew, in the page's colours and the reader's words. */
  async redraw(): Promise<void> {
    const plotly = await this.plotly;
    for (const one of this.alive) if (plotly) this.draw(plotly, one, one.now);
  }

  /** Lets go of figures that cells put out and that later runs replaced; the page's own may come back. */
  private forget(plotly: Plotly): void {
    const isGone = ({ figure }: LiveFigure): boolean =>
      figure.dataset.label !== undefined && !figure.isConnected;
    for (const { live } of this.alive.filter(isGone)) plotly.purge?.(live);
    this.alive = this.alive.filter((one) => !isGone(one));
  }

  /** The layout as it is drawn in the figure's card, whose width rules. */
  private fitted(layout: DrawnLayout, { card, heading, closer = {} }: LiveFigure): DrawnLayout {
    const { width: _, height: __, updatemenus: ___, sliders: ____, ...rest } = layout;
    const onPhone = isOnPhone(card);
    setTitle(heading, onPhone ? rest : {});
    const family = this.family;
    const shown = onPhone ? narrow(rest, card, family) : rest;
    const enlarged = Object.entries(closer).map(([key, range]) => [
      key,
      { ...(shown[key] as object), range, autorange: false },
    ]);
    return {
      ...shown,
      ...Object.fromEntries(enlarged),
      ...(isTouched() ? { dragmode: false } : {}),
      autosize: true,
      font: { family, ...(onPhone ? smaller(rest.font) : rest.font) },
    };
  }

  /** Draws what the hand asks for, and when it rests for good. */
  private async drawMoving(plotly: Plotly, one: LiveFigure, drawing: Drawing): Promise<void> {
    one.now = drawing;
    const said = this.asChosen(drawing);
    const layout = this.fitted(inPageColours(said.layout, one.figure), one);
    const data = inPageColours(said.data, one.figure);
    clearTimeout(one.settling);
    one.settling = window.setTimeout(() => this.draw(plotly, one, one.now), settled);
    if (one.drawn && moveCurves(one.live, one.drawn, { data, layout })) return;
    one.drawn = { data, layout };
    await plotly.react(one.live, data, inSameRoom(layout, one.live), configNow(this.reader()));
  }

  /** Draws in the colours of the page, where the figure is one of ours. */
  private async draw(plotly: Plotly, one: LiveFigure, drawing: Drawing): Promise<void> {
    const { figure, live, card, heading } = one;
    one.now = drawing;
    const said = this.asChosen(drawing);
    const layout = this.fitted(inPageColours(said.layout, figure), one);
    // What the heading takes of the card's height, the plot leaves free.
    live.style.height = `calc(100% - ${heading.offsetHeight}px)`;
    live.setAttribute("aria-label", layoutTitle(said.layout) || "图");
    card.scrollTop = 0;
    const data = inPageColours(said.data, figure);
    one.drawn = { data, layout };
    // Plotly writes into what it is given.
    await plotly.react(live, data, structuredClone(layout), configNow(this.reader()));
    // The caption says what the marks show; letter by letter they would only be noise.
    for (const svg of live.querySelectorAll("svg.main-svg"))
      svg.setAttribute("aria-hidden", "true");
  }

  /** Shows twice as large what was tapped twice, and the whole after the next two taps. */
  private async enlarge(
    plotly: Plotly,
    one: LiveFigure,
    point: { readonly x: number; readonly y: number },
  ): Promise<void> {
    one.closer = one.closer
      ? undefined
      : rangesAround((one.live as Drawn)._fullLayout ?? {}, point);
    await this.draw(plotly, one, one.now);
  }

  /** A figure's JSON: where it is long, a line of what is packed. */
  private async jsonOf({ dataset, textContent }: HTMLElement): Promise<string> {
    if (dataset.packed === undefined) return textContent ?? "";
    this.packed ??= unpack(figuresId).then((lines) => lines.split("\n"));
    return (await this.packed)[Number(dataset.packed)] ?? "";
  }

  async revive(figure: HTMLElement): Promise<void> {
    if (figure.dataset.state) return;
    figure.dataset.state = "loading";
    const card = figure.querySelector<HTMLElement>(".card");
    const stored = figure.querySelector<HTMLElement>(figureParts.json);
    if (!card || !stored) return;
    const live = document.createElement("div");
    const heading = document.createElement("p");
    try {
      const json = await this.jsonOf(stored);
      const { data, frames, explorer, layout = {} } = JSON.parse(json) as StoredFigure;
      this.plotly ??= loadPlotly();
      const plotly = await this.plotly;
      // A figure that a cell of the page put out has no room yet, nor words for its looks.
      if (figure.style.getPropertyValue("--h") === "") figure.style.cssText += figureRoom(layout);
      figure.classList.toggle("themed", isOurs(layout));
      if (layout.paper_bgcolor === darkColors.paper) card.style.background = darkColors.paper;
      heading.className = "heading";
      // The picture's name says as much: here it is for eyes.
      heading.setAttribute("aria-hidden", "true");
      live.className = "live";
      live.setAttribute("role", "group");
      card.append(heading, live);
      const one: LiveFigure = {
        figure,
        card,
        heading,
        live,
        now: { data: (data ?? []) as object[], layout },
      };
      await this.draw(plotly, one, one.now);
      onDoubleTap(live, (point) => this.enlarge(plotly, one, point));
      this.forget(plotly);
      this.alive.push(one);
      figure.dataset.state = "live";
      const draw = (data: readonly object[], next: DrawnLayout): Promise<void> =>
        this.draw(plotly, one, { data, layout: next });
      if (frames?.length) {
        const playback =
          figure.querySelector<HTMLElement>(".playback") ?? document.createElement("div");
        playback.className = "playback";
        if (!playback.isConnected) card.after(playback);
        mountPlayback({
          place: playback,
          frames,
          first: one.now.data,
          layout,
          draw: (data) => draw(data, one.now.layout),
        });
      }
      const spec = readSpec(explorer);
      if (!spec || !window.klabExplorer) {
        figure.querySelector(".controls")?.remove();
        return;
      }
      const place = figure.querySelector<HTMLElement>(".controls") ?? document.createElement("div");
      place.className = "controls";
      if (!place.isConnected) card.after(place);
      window.klabExplorer({
        id: figure.id,
        place,
        figure,
        plot: live,
        caption: "alt",
        spec,
        library: () => libraryFor(spec),
        address: addressOf(figure.id),
        draw: (next, drawing) =>
          this.drawMoving(plotly, one, { data: next, layout: drawing as DrawnLayout }),
      });
    } catch {
      heading.remove();
      live.remove();
      figure.dataset.state = "failed";
      if (!card.querySelector(".still")) card.textContent = "这幅图无法绘制。";
    }
  }
}
