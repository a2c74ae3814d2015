import type { DrawnAxis, DrawnFont, DrawnLayout, DrawnNote } from "./drawn-layout";
import { stacked } from "./panels";

/** How a figure made for a desk is drawn on a phone: its title in the page, where it wraps, smaller letters, notes in
 * lines that fit, panels above each other. The style sheet gives the card its height by the same width. */
export const isOnPhone = (card: Element): boolean => card.clientWidth < 600;

/** Smaller letters are not read on a phone. */
const smallest = 11;

/** Breaks lines where they are wider than `width`, between words or Chinese characters. */
function wrapText(text: string, font: string, width: number): string {
  const pen = document.createElement("canvas").getContext("2d");
  if (!pen) return text;
  pen.font = font;
  const wrapLine = (line: string): string => {
    let used = 0;
    const parts =
      line.match(
        // An opening bracket ends no line.
        /<[^>]*>|[（“《]?(?:[\u2e80-\u9fff\uff00-\uffef]|[^\s<\u2e80-\u9fff\uff00-\uffef]+)|\s+/g,
      ) ?? [];
    return parts
      .map((part) => {
        if (part.startsWith("<")) return part;
        const long = pen.measureText(part).width;
        const breaks = used > 0 && used + long > width && !/^[\s，。：；、）]/.test(part);
        used = breaks ? long : used + long;
        return breaks ? `<br>${part}` : part;
      })
      .join("");
  };
  return text.split("<br>").map(wrapLine).join("<br>");
}

/** The font with letters for a small screen. */
export const smaller = (
  font: DrawnFont | undefined,
  usual = 13,
): DrawnFont & { readonly size: number } => ({
  ...font,
  size: Math.max(smallest, Math.round((font?.size ?? usual) * 0.82 * 10) / 10),
});

function narrowAxis(axis: DrawnAxis): DrawnAxis {
  const title = typeof axis.title === "object" ? axis.title : { text: axis.title };
  return { ...axis, title: { ...title, font: { ...title.font, size: smallest } } };
}

const isTitledAxis = (entry: readonly [string, unknown]): entry is [string, DrawnAxis] =>
  /^[xy]axis/.test(entry[0]) && Boolean((entry[1] as DrawnAxis | undefined)?.title);

/** The layout for a narrow card; `family` is the page's, in which words are measured. */
export function narrow(layout: DrawnLayout, card: Element, family: string): DrawnLayout {
  const { title: _, font, margin, annotations, ...rest } = stacked(layout);
  const { l = 64, r = 24, t = 84, b = 56 } = margin ?? {};
  const edges = { l: l * 0.7, r: r > 40 ? r * 0.82 : 12, t: Math.max(12, t - 44), b };
  const room = card.clientWidth - edges.l - edges.r;
  const inUnits = String((rest.xaxis as DrawnAxis | undefined)?.range) === "0,1";
  const narrowNote = (note: DrawnNote): DrawnNote => {
    const small = smaller(note.font, 12);
    const { text, x = Number.NaN } = note;
    const isInUnits = note.xref === "paper" || inUnits;
    const fits = note.xanchor === "left" && isInUnits && x >= 0 && x < 0.5;
    if (!fits || typeof text !== "string") return { ...note, font: small };
    // Small print has no room here: it is in the table.
    const plain = text.replace(/<br><span[^>]*>.*<\/span>/, "");
    const width = 0.88 * room * (1 - x);
    return { ...note, font: small, text: wrapText(plain, `${small.size}px ${family}`, width) };
  };
  return {
    ...rest,
    margin: edges,
    font: smaller(font),
    ...Object.fromEntries(
      Object.entries(rest)
        .filter(isTitledAxis)
        .map(([key, axis]) => [key, narrowAxis(axis)]),
    ),
    ...(Array.isArray(annotations) ? { annotations: annotations.map(narrowNote) } : {}),
  };
}

/** Sets a figure's title as the page's text, with no markup but sub, sup and bold; none where the layout has none. */
export function setTitle(place: HTMLElement, layout: DrawnLayout): void {
  const { title } = layout;
  const text = typeof title === "object" ? title.text : title;
  place.replaceChildren();
  place.style.background = layout.paper_bgcolor ?? "";
  place.style.color = layout.font?.color ?? "";
  let parent = place;
  for (const part of typeof text === "string" ? text.split(/(<[^>]*>)/) : []) {
    const tag = /^<(\/?)(sub|sup|b)>$/.exec(part);
    if (tag?.[1]) parent = place;
    else if (tag) parent = place.appendChild(document.createElement(tag[2]));
    else if (/^<br/.test(part)) parent.append(" ");
    else if (!part.startsWith("<")) parent.append(part.replaceAll("&lt;", "<"));
  }
}
