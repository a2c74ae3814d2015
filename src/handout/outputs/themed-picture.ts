import { channels, colorPairs } from "../../page/look/palette";

const names = new Map(
  colorPairs.map(([light], i) => [
    `rgb(${channels(light)})`,
    `var(--f${i},rgb(${channels(light)}))`,
  ]),
);

/**
 * A still picture whose colours follow the page: each of ours becomes a custom property with the light colour to fall
 * back on, so that one picture serves light and dark pages, and paper.
 */
export const themedPicture = (svg: string): string =>
  svg.replace(/style="([^"]*)"/g, (_, style: string) => {
    const themed = style.replace(/rgb\(\d+, \d+, \d+\)/g, (rgb) => names.get(rgb) ?? rgb);
    return `style="${themed}"`;
  });

/** What the custom properties of themed pictures are on a dark page. */
export const darkPictureStyle = colorPairs.map(([, dark], i) => `--f${i}:${dark}`).join(";");
