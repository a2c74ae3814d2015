import { isBitmapAddress } from "../../page/bitmap-address";
import type { Sanitize } from "./sanitize-output";

const tags =
  "svg g path rect circle ellipse line polyline polygon text tspan defs clipPath linearGradient radialGradient stop pattern mask image";

const attributes =
  "id d x y x1 y1 x2 y2 dx dy cx cy fx fy r rx ry width height points transform viewBox preserveAspectRatio offset " +
  "gradientUnits gradientTransform spreadMethod patternUnits patternContentUnits patternTransform clipPathUnits maskUnits maskContentUnits " +
  "clip-path clip-rule mask fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-dasharray stroke-dashoffset " +
  "stroke-linecap stroke-linejoin stroke-miterlimit opacity color font-family font-size font-style font-weight text-anchor " +
  "dominant-baseline alignment-baseline baseline-shift text-rendering shape-rendering vector-effect stop-color stop-opacity " +
  "textLength lengthAdjust href xlink:href style";

const styles = new Set(
  (
    "fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-dasharray stroke-dashoffset stroke-linecap " +
    "stroke-linejoin stroke-miterlimit opacity color font-family font-size font-style font-weight font-variant text-anchor " +
    "dominant-baseline baseline-shift text-decoration text-transform clip-path mask stop-color stop-opacity vector-effect " +
    "shape-rendering text-rendering image-rendering white-space visibility display paint-order letter-spacing text-shadow"
  ).split(" "),
);

const reference = /url\(\s*["']?#[\w-]+["']?\s*\)/gi;

/** True where a value loads nothing, escapes nothing and calls nothing but a definition of the same picture. */
const isPlain = (value: string): boolean =>
  !/url\(|\\|\/\*|@|expression|javascript:|image\(|image-set/i.test(value.replace(reference, ""));

const plainStyle = (style: string): string =>
  style
    .split(";")
    .map((declaration) => declaration.split(":"))
    .filter(([name, ...value]) => styles.has(name.trim().toLowerCase()) && isPlain(value.join(":")))
    .map(([name, ...value]) => `${name.trim()}:${value.join(":").trim()}`)
    .join(";");

function plainAttributes(tagName: string, attribs: Record<string, string>): Record<string, string> {
  const result: Record<string, string> = {};
  for (const [name, value] of Object.entries(attribs)) {
    if (name === "style") {
      const style = plainStyle(value);
      if (style) result.style = style;
    } else if (name === "href" || name === "xlink:href") {
      if (tagName === "image" && isBitmapAddress(value)) result.href = value;
    } else if (isPlain(value)) {
      result[name] = value;
    }
  }
  return result;
}

/** An SVG picture with shapes, text and embedded bitmaps only: no script, link, style sheet, animation or load. */
export function sanitizePicture(sanitize: Sanitize, svg: string): string {
  const start = svg.search(/<svg[\s>]/);
  if (start < 0) return "";
  return sanitize(svg.slice(start), {
    allowedTags: tags.split(" "),
    nonTextTags: "script style title desc metadata foreignObject iframe math a animate set".split(
      " ",
    ),
    allowedAttributes: { "*": attributes.split(" ") },
    allowedClasses: {},
    parseStyleAttributes: false,
    allowedSchemes: ["data"],
    selfClosing: [],
    parser: { lowerCaseTags: false, lowerCaseAttributeNames: false, recognizeSelfClosing: true },
    transformTags: {
      "*": (tagName, attribs) => ({ tagName, attribs: plainAttributes(tagName, attribs) }),
    },
  });
}
