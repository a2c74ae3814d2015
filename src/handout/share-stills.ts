import { hanFontRule } from "./han-font";
import { darkPictureStyle } from "./outputs/themed-picture";
import { AssetFiles, assetFolder, isTeachers, type SharedPage, teacherFolder } from "./shared-page";
import { baseStyle } from "./style/base-style";

const still = /<div class="still">(<svg role="img" aria-label="([^"]*)"[\s\S]*?<\/svg>)<\/div>/g;
const look = /\.still \.(p[0-9a-z]+)\{([^{}]*)\}/g;
const bitmap = /<img src="data:image\/(png|jpeg|gif|webp);base64,([A-Za-z0-9+/=]+)"/g;
/** The letters of the page, and of the pictures in it. */
const letters = /--sans:([^;{}]*)/.exec(baseStyle)?.[1] ?? "sans-serif";
/** A size of a picture, wherever it stands in the root's tag. */
const sizeOf = (svg: string, name: "width" | "height"): string | undefined =>
  new RegExp(`^<svg(?: [\\w:-]+=(?:"[^"]*"|[^\\s">]+))*? ${name}="?(\\d+)`).exec(svg)?.[1];

/** Smaller pictures weigh less than a request for them. */
const smallest = 2000;

/** What HTML takes and XML does not: values without quotes, names that no value follows, a drawing without a namespace. */
const asXml = (svg: string): string =>
  svg
    .replace(/<[a-zA-Z][^<>]*>/g, (tag) =>
      tag.replace(
        / ([\w:-]+)(?:="([^"]*)"|=([^\s"'<>]+))?/g,
        (_, name: string, quoted = "", bare = "") => ` ${name}="${quoted || bare}"`,
      ),
    )
    .replace(/^<svg /, '<svg xmlns="http://www.w3.org/2000/svg" ')
    .replace(/&nbsp;/g, "\u00a0");

/** A still picture as a file: what the page's style says of it, and the glyphs that the page brings, it has itself. */
async function pictureFile(svg: string, looks: ReadonlyMap<string, string>): Promise<string> {
  const names = new Set([...svg.matchAll(/ class="?(p[0-9a-z]+)/g)].map(([, name]) => name));
  const rules = [...names].map((name) => `.${name}{${looks.get(name) ?? ""}}`).join("");
  const dark = /var\(--f\d/.test(rules + svg)
    ? `@media (prefers-color-scheme:dark){svg{${darkPictureStyle}}}`
    : "";
  const font = await hanFontRule(svg);
  const css = `${font}text{font-family:${letters}!important}${rules}${dark}`;
  const sheet = `<style>${css.replace(/&/g, "&amp;").replace(/</g, "&lt;")}</style>`;
  return asXml(svg).replace(/^<svg[^>]*>/, (root) => root + sheet);
}

/**
 * Takes still pictures out of a page, to files beside it that a browser reads when a reader comes near: they are for readers without
 * scripts, on paper, and until a figure is alive.
 */
export async function shareStills(page: string): Promise<SharedPage> {
  const beside = new AssetFiles(isTeachers(page) ? teacherFolder : assetFolder);
  const looks = new Map([...page.matchAll(look)].map(([, name, style]) => [name, style]));
  const pictures = new Map<string, string>();
  for (const [, svg] of page.matchAll(still))
    if (svg.length >= smallest) pictures.set(svg, await pictureFile(svg, looks));
  const html = page
    .replace(still, (whole, svg: string, name: string) => {
      const [width, height] = [sizeOf(svg, "width"), sizeOf(svg, "height")];
      const picture = pictures.get(svg);
      if (!width || !height || picture === undefined) return whole;
      const file = beside.add("still", "svg", picture);
      return `<div class="still"><img loading="lazy" src="${file}" alt="${name}" width="${width}" height="${height}" style="height:auto"></div>`;
    })
    .replace(bitmap, (whole, kind: string, base64: string) => {
      if (base64.length < smallest) return whole;
      const file = beside.add("picture", kind, Buffer.from(base64, "base64"));
      return `<img loading="lazy" src="${file}"`;
    });
  const left = new Set([...html.matchAll(/ class="?(p[0-9a-z]+)/g)].map(([, name]) => name));
  return {
    html: html.replace(look, (rule, name: string) => (left.has(name) ? rule : "")),
    assets: beside.files,
  };
}
