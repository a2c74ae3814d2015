type Rgb = readonly number[];

const linear = (level: number): number => {
  const value = level / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
};

/** WCAG's relative luminance. */
const luminance = ([red, green, blue]: Rgb): number =>
  0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);

const contrast = (a: Rgb, b: Rgb): number => {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
};

const black: Rgb = [0, 0, 0];
const white: Rgb = [255, 255, 255];
/** The page's code on light and on dark. */
const lightGround: Rgb = [245, 245, 241];
const darkGround: Rgb = [29, 33, 38];

const hex = (rgb: Rgb): string =>
  `#${rgb.map((level) => Math.round(level).toString(16).padStart(2, "0")).join("")}`;

/** The colour, moved towards black or white until it can be read on the ground. */
function readable(colour: Rgb, ground: Rgb): Rgb {
  const end = luminance(ground) > 0.18 ? black : white;
  for (let part = 0; part <= 1; part += 0.05) {
    const mixed = colour.map((level, i) => level + (end[i] - level) * part);
    if (contrast(mixed, ground) >= 4.5) return mixed;
  }
  return end;
}

/**
 * CSS for a terminal's colours: on a ground of their own, or on the page's, light or dark.
 *
 * @param hasGround whether the text has a ground, of which the style sheet may know the name
 */
export function readableOn(
  colour: Rgb | undefined,
  ground: Rgb | undefined,
  hasGround: boolean,
): string {
  if (ground) {
    const text = readable(colour ?? (luminance(ground) > 0.18 ? black : white), ground);
    return `color:${hex(text)};background-color:${hex(ground)}`;
  }
  if (!colour) return "";
  if (hasGround) return `color:${hex(colour)}`;
  return `color:light-dark(${hex(readable(colour, lightGround))},${hex(readable(colour, darkGround))})`;
}
