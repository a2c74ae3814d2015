import { isBitmapAddress } from "../../page/bitmap-address";
import { escapeHtml } from "../../words/escape-html";
import type { Sanitize } from "./output-options";
import { pictureImage } from "./picture-image";

/** A picture that a text shows. */
export interface TextPicture {
  readonly source: string;
  readonly alt: string;
  readonly title?: string;
  readonly width?: string;
  readonly height?: string;
}

export interface PicturePlaces {
  readonly attachments: ReadonlyMap<string, string>;
  /** A picture beside the notebook as a data: address. */
  readonly asset: (path: string) => string | undefined;
  readonly sanitize: Sanitize;
  /** Hears of a picture that is not there. */
  readonly missing: (source: string) => void;
}

/** `address` with its escapes read; as it is where they are no UTF-8. */
function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

const vector = /^data:image\/svg\+xml(;[^,]*)?,([\s\S]*)$/i;

/** A data: address that a page may show; drawings are cleaned. */
function safeAddress(address: string, sanitize: Sanitize): string | undefined {
  if (isBitmapAddress(address)) return address.replace(/\s+/g, "");
  const [, kind = "", body] = vector.exec(address) ?? [];
  if (body === undefined) return undefined;
  const svg = /;base64/i.test(kind) ? Buffer.from(body, "base64").toString("utf8") : decoded(body);
  return pictureImage(sanitize, svg)?.address;
}

/** A size as an author gives it, in pixels or percent, within what a page can hold. */
export function sizeAttribute(name: "width" | "height", value: unknown): string {
  const [, digits = "", unit = ""] =
    /^\s*(\d{1,5})(?:\.\d*)?\s*(px|%)?\s*$/.exec(String(value)) ?? [];
  const size = Number(digits);
  if (digits === "" || size === 0 || (unit === "%" && name === "height")) return "";
  return ` ${name}="${unit === "%" ? `${Math.min(100, size)}%` : Math.min(4000, size)}"`;
}

/** Width and height of an image; both given, they hold whatever the picture's own proportions are. */
export function sizeAttributes(width: unknown, height: unknown): string {
  const sizes = sizeAttribute("width", width) + sizeAttribute("height", height);
  const [, wide, high] = /^ width="(\d+)" height="(\d+)"$/.exec(sizes) ?? [];
  return wide === undefined ? sizes : `${sizes} style="aspect-ratio:${wide}/${high}"`;
}

/** What an author's `<img>` shows; its width may be its style's. */
export function htmlPicture(
  attributes: Readonly<Record<string, string>>,
  places: PicturePlaces,
): string {
  const { src = "", alt = "", title, width, height, style = "" } = attributes;
  const [, wide] = /(?:^|[;\s])width\s*:\s*([\d.]+(?:px|%))/i.exec(style) ?? [];
  return pictureHtml(
    { source: src, alt, ...(title ? { title } : {}), width: width ?? wide, height },
    places,
  );
}

/** What is said in the terminal of a picture that is not there. */
export const missingPicture = (source: string): string =>
  `没有这幅图 / a picture is missing: ${source.length > 80 ? `${source.slice(0, 80)}…` : source}`;

/** A picture in a text: from the cell, from beside the notebook, or else a link or a note in its place. */
export function pictureHtml(picture: TextPicture, places: PicturePlaces): string {
  const { source, title } = picture;
  const { attachments, asset, sanitize, missing } = places;
  const alt = escapeHtml(picture.alt);
  let address: string | undefined;
  if (/^data:/i.test(source)) address = safeAddress(source, sanitize);
  else if (source.startsWith("attachment:")) {
    const attached = attachments.get(decoded(source.slice("attachment:".length)));
    address = attached === undefined ? undefined : safeAddress(attached, sanitize);
  } else if (!/^[a-z][a-z\d+.-]*:|^\/\//i.test(source)) {
    const found = asset(decoded(source.replace(/[?#].*$/, "")));
    address = found === undefined ? undefined : safeAddress(found, sanitize);
  }
  if (address) {
    const words = title ? ` title="${escapeHtml(title)}"` : "";
    const size = sizeAttributes(picture.width, picture.height);
    return `<img src="${escapeHtml(address)}" alt="${alt}"${words}${size}>`;
  }
  missing(source);
  // The page opens without a network: a picture that lies elsewhere stays a link.
  return /^https?:/i.test(source)
    ? `<a href="${escapeHtml(source)}" rel="noopener noreferrer">${alt || escapeHtml(source)}</a>`
    : `<span class="missing">［${alt || "图"}］</span>`;
}
