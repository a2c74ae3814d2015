type Attributes = ReadonlyMap<string, string>;

const hundredth = (value: number): string => String(Math.round(value * 100) / 100);

const attributesOf = (text: string): Map<string, string> =>
  new Map([...text.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, name, value]) => [name, value]));

const written = (attributes: Attributes): string =>
  [...attributes].map(([name, value]) => ` ${name}="${value}"`).join("");

const number = "-?\\d*\\.?\\d+";
const moved = new RegExp(`^translate\\((${number})(?:[ ,]+(${number}))?\\)$`);

/** By how much a transform moves, where it does nothing else. */
function shiftOf(attributes: Attributes): readonly [number, number] | undefined {
  const found = moved.exec(attributes.get("transform") ?? "");
  return found ? [Number(found[1]), Number(found[2] ?? 0)] : undefined;
}

const stroke = new RegExp(`^M(${number})[ ,](${number})([hv]${number})$`);
const round = /^M([\d.]+),0A\1,\1 0 1,1 0,-\1A\1,\1 0 0,1 \1,0Z$/;

/** A path that is one line, or one circle, where it is rather than moved there. */
function plainPath(text: string): string {
  const attributes = attributesOf(text);
  const shift = shiftOf(attributes);
  if (!shift) return `<path${text}`;
  const [dx, dy] = shift;
  const path = attributes.get("d") ?? "";
  const line = stroke.exec(path);
  const radius = round.exec(path)?.[1];
  if (!line && radius === undefined) return `<path${text}`;
  attributes.delete("transform");
  if (line) {
    const [, x, y, step] = line;
    attributes.set("d", `M${hundredth(Number(x) + dx)} ${hundredth(Number(y) + dy)}${step}`);
    return `<path${written(attributes)}`;
  }
  attributes.delete("d");
  const place = new Map([
    ["cx", hundredth(dx)],
    ["cy", hundredth(dy)],
    ["r", radius ?? ""],
    ...attributes,
  ]);
  return `<circle${written(place)}`;
}

/** A text where it is rather than moved there, its anchor among what it looks like. */
function plainText(text: string, hasSpans: boolean): string {
  const attributes = attributesOf(text);
  const shift = shiftOf(attributes);
  const [x, y] = [attributes.get("x"), attributes.get("y")];
  // Lines of a text have places of their own.
  if (shift && !hasSpans && x !== undefined && y !== undefined) {
    attributes.delete("transform");
    attributes.set("x", hundredth(Number(x) + shift[0]));
    attributes.set("y", hundredth(Number(y) + shift[1]));
  }
  const anchor = attributes.get("text-anchor");
  const style = attributes.get("style");
  if (anchor !== undefined && style !== undefined && /^[a-z]+$/.test(anchor)) {
    attributes.delete("text-anchor");
    attributes.set("style", `text-anchor:${anchor};${style}`);
  }
  return `<text${written(attributes)}>`;
}

/** Groups that say nothing, taken from around what they hold. */
function withoutBareGroups(svg: string): string {
  const bare: boolean[] = [];
  return svg.replace(/<g\b([^>]*)>|<\/g>/g, (whole, attributes?: string) => {
    if (attributes === undefined) return bare.pop() ? "" : whole;
    if (attributes.endsWith("/")) return whole;
    bare.push(attributes.trim() === "");
    return attributes.trim() === "" ? "" : whole;
  });
}

const gridLine = `<path d="(M[-\\d. ]+[hv][-\\d.]+)" style="([^"]*)"(?:/>|></path>)`;

/** Lines side by side that look alike, as one path. */
function withJoinedLines(svg: string): string {
  return svg.replace(new RegExp(`(?:${gridLine}\\s*){2,}`, "g"), (lines) => {
    const joined: { style: string; path: string }[] = [];
    for (const [, path, style] of lines.matchAll(new RegExp(gridLine, "g"))) {
      const last = joined.at(-1);
      if (last?.style === style) last.path += path;
      else joined.push({ style, path });
    }
    return joined.map(({ style, path }) => `<path d="${path}" style="${style}"/>`).join("");
  });
}

/**
 * A picture of Plotly's with its marks said plainly: each line, point and text where it stands and not moved there,
 * lines that look alike in one path, groups only where they do something.
 */
export const plainMarks = (svg: string): string =>
  withJoinedLines(
    withoutBareGroups(svg)
      .replace(
        /<path((?: [\w:-]+="[^"]*")*)(?=\s*\/?>)(?:\s*\/>|><\/path>)/g,
        (_, text: string) => `${plainPath(text)}/>`,
      )
      .replace(/<text((?: [\w:-]+="[^"]*")*)>(?=(<tspan)?)/g, (_, text: string, span?: string) =>
        plainText(text, span !== undefined),
      ),
  );
