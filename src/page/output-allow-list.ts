const blocks =
  "p div section article br hr blockquote pre figure figcaption details summary ul ol li dl dt dd";
const inline =
  "span b strong i em u s del ins small sub sup mark kbd samp var code abbr q cite a img wbr";
const tables = "table caption colgroup col thead tbody tfoot tr th td";

/** What HTML that a cell puts out may hold: read when a page is made, and when its cells run in it. */
export const outputAllowList = {
  tags: [...blocks.split(" "), ...inline.split(" "), ...tables.split(" ")],
  /** Become paragraphs: they are no headings of the page. */
  headings: ["h1", "h2", "h3", "h4", "h5", "h6"],
  /** Elements that go with everything in them. */
  withoutContent:
    "script style svg math template iframe object embed noscript noembed noframes textarea option select title xmp plaintext form audio video canvas head".split(
      " ",
    ),
  attributes: {
    "*": ["class", "lang", "dir", "title", "aria-label", "aria-hidden", "style"],
    a: ["href", "rel"],
    img: ["src", "alt", "width", "height"],
    th: ["colspan", "rowspan", "scope", "align"],
    td: ["colspan", "rowspan", "align"],
    details: ["open"],
    ol: ["start"],
    col: ["span"],
  } as Readonly<Record<string, readonly string[]>>,
  /** Other classes would dress an output up as a part of the page. */
  classes: /^klab-/,
  styles: {
    width: /^(?:100|\d{1,2})(?:\.\d+)?%$/,
    "text-align": /^(?:left|right|center)$/,
  } as Readonly<Record<string, RegExp>>,
  /** Of links. */
  schemes: ["http", "https", "mailto"],
} as const;
