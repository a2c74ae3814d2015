/**
 * How a figure made for a desk is drawn on a phone: its title in the page, where it wraps, smaller letters, notes in
 * lines that fit, its height kept. Text, as the page's script is; it defines `onPhone`, `narrow` and `setTitle`.
 */
export const narrowFigures = `
const onPhone = (card) => card.clientWidth < 480;
const pen = document.createElement("canvas").getContext("2d");
const wrapText = (text, size, width) => {
  pen.font = size + "px " + pageFont;
  return text.split("<br>").map((line) => {
    let used = 0;
    return line.match(/<[^>]*>|[\\u2e80-\\u9fff\\uff00-\\uffef]|[^\\s<\\u2e80-\\u9fff\\uff00-\\uffef]+|\\s+/g)?.map((part) => {
      if (part.startsWith("<")) return part;
      const long = pen.measureText(part).width;
      const breaks = used > 0 && used + long > width && !/^[\\s，。：；、）]/.test(part);
      used = breaks ? long : used + long;
      return breaks ? "<br>" + part : part;
    }).join("") ?? "";
  }).join("<br>");
};
const smaller = (font, size = 13) => ({ ...font, size: Math.round((font?.size ?? size) * 0.82 * 10) / 10 });
const narrow = ({ title, font, margin, annotations, ...rest }, card) => {
  const { l = 64, r = 24, t = 84, b = 56 } = margin ?? {};
  const edges = { l: l * 0.7, r: r > 40 ? r * 0.82 : 12, t: Math.max(12, t - 44), b };
  const axes = Object.entries(rest).filter(([key, axis]) => /^[xy]axis/.test(key) && axis?.title);
  const room = card.clientWidth - edges.l - edges.r;
  return {
    ...rest,
    margin: edges,
    font: smaller(font),
    ...Object.fromEntries(axes.map(([key, axis]) =>
      [key, { ...axis, title: { ...(axis.title.text === undefined ? { text: axis.title } : axis.title), font: { ...axis.title.font, size: 11 } } }])),
    ...(Array.isArray(annotations) ? { annotations: annotations.map((note) => {
      const small = smaller(note.font, 12);
      const inUnits = note.xref === "paper" || String(rest.xaxis?.range) === "0,1";
      const fits = note.xanchor === "left" && inUnits && note.x >= 0 && note.x < 0.5 && typeof note.text === "string";
      return { ...note, font: small, ...(fits ? { text: wrapText(note.text.replace(/(<span.*)<br>/, "$1 ").replace(/<span[^>]*>/g, "<span style=\\"font-size:9.5px\\">"), small.size, 0.88 * room * (1 - note.x)) } : {}) };
    }) } : {}),
  };
};
const setTitle = (place, layout) => {
  const text = layout?.title?.text ?? layout?.title;
  place.replaceChildren();
  place.style.background = layout?.paper_bgcolor ?? "";
  place.style.color = layout?.font?.color ?? "";
  let parent = place;
  for (const part of typeof text === "string" ? text.split(/(<[^>]*>)/) : []) {
    const tag = /^<(\\/?)(sub|sup|b)>$/.exec(part);
    if (tag?.[1]) parent = place;
    else if (tag) parent = place.appendChild(document.createElement(tag[2]));
    else if (/^<br/.test(part)) parent.append(" ");
    else if (!part.startsWith("<")) parent.append(part.replaceAll("&lt;", "<"));
  }
};`;
