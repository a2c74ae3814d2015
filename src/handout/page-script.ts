import { narrowFigures } from "./narrow-figure";

// Text, because what is compiled here knows no DOM. It runs under a policy that allows it by its hash: changing a
// character changes the page's policy with it.

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

const liveFigures = `
const figures = document.querySelectorAll("figure.plot");
let plotly;
const pageFont = getComputedStyle(document.body).fontFamily;
${narrowFigures}
const unpack = (id) => {
  const packed = atob(document.getElementById(id).textContent);
  const bytes = new Uint8Array(packed.length);
  for (let i = 0; i < bytes.length; i += 1) bytes[i] = packed.charCodeAt(i);
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
};
let library;
const loadLibrary = () => (library ??= unpack("klab-packed"));
const loadPlotly = () => (plotly ??= (async () => {
  const script = document.createElement("script");
  script.textContent = await unpack("plotly-packed");
  document.head.append(script);
  Plotly.register?.({ moduleType: "locale", name: "zh-CN", dictionary: ${JSON.stringify(plotlyWords)}, format: {} });
  return Plotly;
})());
const bringToLife = async (figure) => {
  if (figure.dataset.state) return;
  figure.dataset.state = "loading";
  const card = figure.querySelector(".card");
  const live = document.createElement("div");
  const heading = document.createElement("p");
  try {
    const { data, layout, frames, explorer } = JSON.parse(figure.querySelector('script[type="application/json"]').textContent);
    const Plotly = await loadPlotly();
    const { width = 640, height = 400 } = layout ?? {};
    heading.className = "heading";
    const fitted = ({ width, height, ...rest }) => {
      const phone = onPhone(card);
      setTitle(heading, phone ? rest : {});
      return { ...(phone ? narrow(rest, card) : rest), autosize: true, font: { family: pageFont, ...(phone ? smaller(rest.font) : rest.font) } };
    };
    const config = { responsive: true, displaylogo: false, locale: "zh-CN", showSendToCloud: false };
    const available = card.clientWidth;
    const scaled = available < width && !onPhone(card) ? Math.max(Math.min(height, 320), height * available / width) : height;
    live.className = "live";
    live.style.height = Math.round(scaled) + "px";
    live.tabIndex = 0;
    live.setAttribute("role", "group");
    live.setAttribute("aria-label", figure.dataset.label);
    card.append(heading, live);
    await Plotly.newPlot(live, { data, layout: fitted(layout ?? {}), frames, config });
    figure.dataset.state = "live";
    if (explorer && globalThis.klabExplorer) {
      const place = document.createElement("div");
      place.className = "controls";
      card.after(place);
      klabExplorer({ id: figure.id, place, figure, plot: live, caption: "alt", spec: explorer, library: loadLibrary,
        draw: (data, layout) => Plotly.react(live, data, fitted(layout), config) });
    }
  } catch {
    heading.remove();
    live.remove();
    figure.dataset.state = "failed";
    if (!card.querySelector(".still")) card.textContent = "这幅图无法绘制。";
  }
};
if (figures.length && "DecompressionStream" in window) {
  const observer = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries)
      if (isIntersecting) { observer.unobserve(target); bringToLife(target); }
  }, { rootMargin: "200px" });
  for (const figure of figures) observer.observe(figure);
}`;

const copyButtons = `
const copy = async (text) => {
  try { await navigator.clipboard.writeText(text); } catch {
    const area = document.createElement("textarea");
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
};
for (const code of document.querySelectorAll(".input code")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = "复制";
  button.addEventListener("click", async () => {
    await copy(code.textContent);
    button.textContent = "已复制";
    setTimeout(() => { button.textContent = "复制"; }, 1500);
  });
  code.closest(".input").append(button);
}`;

/** What scrolls sideways can be reached by keyboard; what does not is no stop on the way. */
const keyboardScrolling = `
const markScrollers = () => {
  for (const element of document.querySelectorAll("pre, .table, .display, .rich"))
    if (element.scrollWidth > element.clientWidth + 1) element.tabIndex = 0;
    else element.removeAttribute("tabindex");
};
addEventListener("resize", markScrollers);
for (const details of document.querySelectorAll("details")) details.addEventListener("toggle", markScrollers);
document.fonts.ready.then(markScrollers);
markScrollers();`;

/** The page's one script: figures come to life where they are looked at, code can be copied. */
export const pageScript = `(() => {"use strict";${liveFigures}${copyButtons}${keyboardScrolling}
})();`;
