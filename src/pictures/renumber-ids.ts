import { escapeRegExp } from "../words/escape-reg-exp";

const definition = /(\sid=)(["'])([^"']*)\2/g;

/**
 * Names the ids of an SVG `PREFIX-1`, `PREFIX-2` … in order, and what refers to them.
 *
 * Plotly draws them at random; two pictures on one page must not share any.
 */
export function renumberIds(svg: string, prefix: string): string {
  const names = new Map<string, string>();
  for (const [, , , id] of svg.matchAll(definition)) {
    if (id && !names.has(id)) names.set(id, `${prefix}-${names.size + 1}`);
  }
  if (names.size === 0) return svg;
  const known = [...names.keys()].sort((a, b) => b.length - a.length).map(escapeRegExp);
  const reference = new RegExp(`#(${known.join("|")})(?=["')&\\s])`, "g");
  return svg
    .replace(definition, (whole, attribute, quote, id) =>
      id ? `${attribute}${quote}${names.get(id)}${quote}` : whole,
    )
    .replace(reference, (_, id) => `#${names.get(id)}`);
}
