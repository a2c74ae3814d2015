import type { PictureAnswer, PictureFont, PictureRequest } from "./picture-request";

async function addFont({ name, weight, unicodeRange, base64 }: PictureFont): Promise<void> {
  const source = `url(data:font/woff2;base64,${base64})`;
  const face = new FontFace(name, source, { weight: String(weight), unicodeRange });
  document.fonts.add(await face.load());
}

/** Sets every font family within a value; a monospaced one is kept, before ours. */
function setFamily(value: unknown, family: string, depth: number): void {
  if (typeof value !== "object" || value === null || depth > 12) return;
  if ("family" in value && typeof value.family === "string") {
    value.family = /mono/i.test(value.family) ? `${value.family}, ${family}` : family;
  }
  for (const inner of Object.values(value)) setFamily(inner, family, depth + 1);
}

/** Whether objects and lists have members that no language gave them. */
const isPolluted = (): boolean =>
  [Object.prototype, Array.prototype, Function.prototype, String.prototype].some(
    (prototype) => Object.keys(prototype).length > 0,
  );

async function drawPicture({ figure, fonts, family }: PictureRequest): Promise<PictureAnswer> {
  document.fonts.clear();
  for (const font of fonts) await addFont(font);
  const { data, width, height } = figure;
  const layout: Record<string, unknown> = { ...figure.layout, width, height, autosize: false };
  setFamily(layout, family, 0);
  for (const trace of data) {
    for (const [key, value] of Object.entries(trace ?? {})) {
      if (/font|marker|colorbar|legend|line/i.test(key)) setFamily(value, family, 0);
    }
  }
  layout.font = { ...(layout.font as object | undefined), family };
  const { Plotly: plotly } = window;
  if (!plotly) throw new Error("no plotly");
  const drawing = { data, layout, config: { staticPlot: true } };
  const uri = await plotly.toImage(drawing, { format: "svg", width, height });
  const svg = decodeURIComponent(uri.slice(uri.indexOf(",") + 1));
  const place = document.getElementById("picture");
  if (place) place.innerHTML = svg;
  await document.fonts.ready;
  return { svg, isSpoilt: isPolluted() };
}

/**
 * In the page that draws still pictures: defines `klabDrawPicture`, which draws one as SVG, in the page too.
 *
 * Plotly names clip paths and traces at random; here its chance is the same for each figure.
 */
export function offerPictures(): void {
  let chance = 1;
  Math.random = () => {
    chance = (chance * 48271) % 2147483647;
    return chance / 2147483647;
  };
  window.klabDrawPicture = (request) => {
    chance = 1;
    return drawPicture(request);
  };
}
