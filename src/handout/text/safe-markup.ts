import type sanitizeHtml from "sanitize-html";
import { isBitmapAddress } from "../../notebook/bitmap";

/** The part of sanitize-html that is used. */
export type Sanitize = (html: string, options: sanitizeHtml.IOptions) => string;

const blocks =
  "p div section article br hr blockquote pre figure figcaption details summary ul ol li dl dt dd";
const inline =
  "span b strong i em u s del ins small sub sup mark kbd samp var code abbr q cite a img wbr";
const tables = "table caption colgroup col thead tbody tfoot tr th td";
const headings = ["h1", "h2", "h3", "h4", "h5", "h6"];

/** Elements that go with everything in them. */
const withoutContent =
  "script style svg math template iframe object embed noscript noembed noframes textarea option select title xmp plaintext form audio video canvas head";

/** What an output may hold. */
export const outputOptions: sanitizeHtml.IOptions = {
  allowedTags: [...blocks.split(" "), ...inline.split(" "), ...tables.split(" ")],
  nonTextTags: withoutContent.split(" "),
  selfClosing: ["br", "hr", "img", "col", "wbr"],
  allowedAttributes: {
    "*": ["class", "lang", "dir", "title", "aria-label", "aria-hidden", "style"],
    a: ["href", "rel"],
    img: ["src", "alt", "width", "height"],
    th: ["colspan", "rowspan", "scope", "align"],
    td: ["colspan", "rowspan", "align"],
    details: ["open"],
    ol: ["start"],
    col: ["span"],
  },
  // Other classes would dress an output up as a part of the page.
  allowedClasses: { "*": ["klab-*"] },
  allowedStyles: {
    "*": {
      width: [/^(?:100|\d{1,2})(?:\.\d+)?%$/],
      "text-align": [/^(?:left|right|center)$/],
    },
  },
  allowedSchemes: ["http", "https", "mailto"],
  allowedSchemesByTag: { img: ["data"] },
  allowProtocolRelative: false,
  disallowedTagsMode: "discard",
  transformTags: {
    ...Object.fromEntries(
      headings.map((name) => [name, () => ({ tagName: "p", attribs: { class: "klab-heading" } })]),
    ),
    a: (tagName, { href, title }) => ({
      tagName,
      attribs: {
        ...(href ? { href, rel: "noopener noreferrer" } : {}),
        ...(title ? { title } : {}),
      },
    }),
    img: (tagName, attribs) => ({ tagName, attribs: { ...attribs, alt: attribs.alt ?? "" } }),
  },
  exclusiveFilter: ({ tag, attribs }) => tag === "img" && !isBitmapAddress(attribs.src ?? ""),
};
