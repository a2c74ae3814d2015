/**
 * SVG as browsers write it, with each element's attributes in order: in which order Plotly sets them depends on what it
 * has measured before.
 */
export const sortAttributes = (svg: string): string =>
  svg.replace(
    /<([a-zA-Z][\w:-]*)((?: [\w:.-]+="[^"]*")+)(\/?)>/g,
    (_, name: string, attributes: string, end: string) =>
      `<${name}${(attributes.match(/ [\w:.-]+="[^"]*"/g) ?? []).sort().join("")}${end}>`,
  );
