import { isBitmapAddress } from "../../page/bitmap-address";
import { escapeHtml } from "../../words/escape-html";
import { isTooHeavy } from "./is-too-heavy";
import type { Sanitize } from "./output-options";
import { picturesCss } from "./pictures-css";

const shapes =
  "svg g defs symbol use marker path rect circle ellipse line polyline polygon text tspan textPath clipPath mask pattern " +
  "linearGradient radialGradient stop image switch filter feBlend feColorMatrix feComponentTransfer feComposite " +
  "feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG " +
  "feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile " +
  "feTurbulence foreignObject";
/** What labels in a foreignObject are made of, as mermaid's are. */
const words = "div span p br b i strong em sub sup code";

/** Stands for `style` while the picture is sanitised: as such its text would pass as it is. */
const sheet = "klab-sheet";

const isXml = /^[A-Za-z_][\w.-]*$/;
const reference = /url\(\s*["']?#[\w.:-]+["']?\s*\)/gi;
const isPlain = (value: string): boolean =>
  !/url\(|\\|javascript:|expression\(|image-set\(/i.test(value.replace(reference, ""));

function plainAttributes(tagName: string, attribs: Record<string, string>): Record<string, string> {
  const result: Record<string, string> = {};
  for (const [name, value] of Object.entries(attribs)) {
    if (name === "href" || name === "xlink:href") {
      const isOwn = /^#[^\s"'<>]+$/.test(value);
      if (isOwn || (tagName === "image" && isBitmapAddress(value))) result.href = value;
    } else if (name === "style") result.style = picturesCss(value);
    else if (name === "xml:space") result[name] = value;
    else if (isXml.test(name) && !/^(?:on|xmlns|src|action|formaction|ping|data$)/i.test(name)) {
      if (isPlain(value)) result[name] = value;
    }
  }
  return result;
}

const renamed: Readonly<Record<string, string>> = { style: sheet, a: "g", [sheet]: "g" };

/** An SVG picture as a page shows it. */
export interface PictureImage {
  /** A data: address: in an `img` no script runs, nothing is fetched, and names and styles are its own. */
  readonly address: string;
}

// XML knows no other characters, and one of them would spoil the whole picture.
// biome-ignore lint/suspicious/noControlCharactersInRegex: what XML may not hold
const unreadable = /[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g;

const xhtml = new Set(words.split(" "));

/**
 * An SVG picture of anybody's as an image: its shapes, definitions, uses, markers and style sheet; no script, link,
 * animation or address of something else. A browser runs and fetches nothing for an image either: two layers.
 *
 * @returns undefined where there is no picture, or one too large to draw
 */
export function pictureImage(sanitize: Sanitize, source: string): PictureImage | undefined {
  const start = source.search(/<svg[\s>]/i);
  if (start < 0 || source.length > 30_000_000) return undefined;
  const safe = sanitize(source.slice(start).replace(unreadable, ""), {
    allowedTags: [...shapes.split(" "), ...words.split(" "), sheet],
    nonTextTags:
      "script title desc metadata iframe object embed math animate animateTransform animateMotion set textarea noscript".split(
        " ",
      ),
    allowedAttributes: false,
    parseStyleAttributes: false,
    allowedSchemes: ["data"],
    selfClosing: ["br"],
    parser: { lowerCaseTags: false, lowerCaseAttributeNames: false, recognizeSelfClosing: true },
    transformTags: {
      "*": (tagName, attribs) => ({
        tagName: Object.hasOwn(renamed, tagName) ? renamed[tagName] : tagName,
        attribs: plainAttributes(tagName, attribs),
      }),
    },
  });
  const end = endOfRoot(safe);
  if (end === undefined || isTooHeavy(safe)) return undefined;
  const whole = safe
    .slice(0, end)
    .replace(
      new RegExp(`<${sheet}[^>]*>([^<]*)</${sheet}>`, "g"),
      (_, css: string) => `<style>${escapeHtml(picturesCss(unescaped(css)))}</style>`,
    )
    .replace(/^<svg/, '<svg xmlns="http://www.w3.org/2000/svg"')
    .replace(/<(foreignObject[^>]*)>\s*<(\w+)/g, (all, outer: string, inner: string) =>
      xhtml.has(inner) ? `<${outer}><${inner} xmlns="http://www.w3.org/1999/xhtml"` : all,
    );
  return { address: `data:image/svg+xml;base64,${Buffer.from(whole, "utf8").toString("base64")}` };
}

/** Where the first picture ends; a second beside it is no XML. */
function endOfRoot(svg: string): number | undefined {
  let depth = 0;
  for (const { 0: tag, index } of svg.matchAll(/<svg[\s>]|<\/svg>/g)) {
    depth += tag === "</svg>" ? -1 : 1;
    if (depth === 0) return index + tag.length;
  }
  return undefined;
}

const unescaped = (text: string): string =>
  text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
