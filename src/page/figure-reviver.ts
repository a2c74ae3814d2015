import type { DrawnLayout } from "./drawn-layout";
import { type FigureJson, readSpec } from "./explorer-markup";
import { figureParts } from "./figure-markup";
import { isOnPhone, narrow, setTitle, smaller } from "./narrow-figure";
import type { Plotly } from "./plotly";
import { unpack } from "./unpack";

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

const config = { responsive: true, displaylogo: false, locale: "zh-CN", showSendToCloud: false };

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

/** Brings the figures of a handout to life; what they share is unpacked once, when the first needs it. */
export class FigureReviver {
  private readonly family = getComputedStyle(document.body).fontFamily;
  private plotly: Promise<Plotly> | undefined;

  /** The layout as it is drawn in the figure's card, whose width rules. */
  private fitted(layout: DrawnLayout, card: Element, heading: HTMLElement): object {
    const { width: _, height: __, ...rest } = layout;
    const onPhone = isOnPhone(card);
    setTitle(heading, onPhone ? rest : {});
    const family = this.family;
    return {
      ...(onPhone ? narrow(rest, card, family) : rest),
      autosize: true,
      font: { family, ...(onPhone ? smaller(rest.font) : rest.font) },
    };
  }

  async revive(figure: HTMLElement): Promise<void> {
    if (figure.dataset.state) return;
    figure.dataset.state = "loading";
    const card = figure.querySelector(".card");
    const json = figure.querySelector(figureParts.json)?.textContent;
    if (!card || !json) return;
    const live = document.createElement("div");
    const heading = document.createElement("p");
    try {
      const stored = JSON.parse(json) as FigureJson & { readonly frames?: object[] };
      const { data, frames, explorer } = stored;
      const layout: DrawnLayout = stored.layout ?? {};
      this.plotly ??= loadPlotly();
      const plotly = await this.plotly;
      const { width = 640, height = 400 } = layout;
      heading.className = "heading";
      const available = card.clientWidth;
      const scaled =
        available < width && !isOnPhone(card)
          ? Math.max(Math.min(height, 320), (height * available) / width)
          : height;
      live.className = "live";
      live.style.height = `${Math.round(scaled)}px`;
      live.tabIndex = 0;
      live.setAttribute("role", "group");
      live.setAttribute("aria-label", figure.dataset.label ?? "");
      card.append(heading, live);
      const drawn = this.fitted(layout, card, heading);
      await plotly.newPlot(live, { data, layout: drawn, frames, config });
      figure.dataset.state = "live";
      const spec = readSpec(explorer);
      if (!spec || !window.klabExplorer) return;
      const place = document.createElement("div");
      place.className = "controls";
      card.after(place);
      window.klabExplorer({
        id: figure.id,
        place,
        figure,
        plot: live,
        caption: "alt",
        spec,
        library: () => (window.klabLibrary ??= unpack("klab-packed")),
        draw: (next, drawing) =>
          plotly.react(live, next, this.fitted(drawing as DrawnLayout, card, heading), config),
      });
    } catch {
      heading.remove();
      live.remove();
      figure.dataset.state = "failed";
      if (!card.querySelector(".still")) card.textContent = "这幅图无法绘制。";
    }
  }
}
