import type sanitizeHtml from "sanitize-html";
import { boundedHtml } from "./bounded-html";
import { emptyHeads } from "./empty-heads";
import { hiddenTag, isHidden } from "./is-hidden";
import { outputOptions, type Sanitize } from "./output-options";

export interface MarkdownMarkup {
  readonly sanitize: Sanitize;
  /** The value of `data-own` that a heading of Markdown bears. */
  readonly own: string;
  /** Where a link to a notebook leads in this handout. */
  readonly notebookLink: (href: string) => string;
  /** What stands for a picture. */
  readonly picture: (attributes: Readonly<Record<string, string>>) => string;
}

const colour = /^(?:#[\da-f]{3,8}|[a-z]{3,20}|rgba?\([\d\s,.%/]{5,40}\))$/i;
const classes =
  "klab-* callout callout-title erratum bet hint exercise note term definition theorem proof example summary warning table dots";

/** The kinds of Bootstrap's alerts, as JupyterLab colours them. */
const alert = /(?:^|\s)alert(?:-(info|warning|danger|success|primary|secondary))?(?=\s|$)/;

function alertClass(names = ""): string | undefined {
  if (!alert.test(names)) return undefined;
  const kind = /\balert-(info|warning|danger|success)\b/.exec(names)?.[1] ?? "info";
  return `klab-alert klab-alert-${kind}`;
}

/** `align` and colours of old elements, and of styles that give a ground but no colour upon it. */
function styleOf({ style = "", align = "", color = "" }: Readonly<Record<string, string>>): string {
  const parts = [style.replace(/;\s*$/, "")];
  if (/^(?:left|right|center)$/i.test(align)) parts.push(`text-align:${align.toLowerCase()}`);
  if (colour.test(color)) parts.push(`color:${color}`);
  const whole = parts
    .filter((part) => part !== "")
    .join(";")
    .replace(/\bbackground\s*:/gi, "background-color:");
  const needsColour = /background-color/i.test(whole) && !/(?:^|[;\s])color\s*:/i.test(whole);
  return needsColour ? `${whole};color:#1f2328` : whole;
}

/** An element with its looks, and with its id as the name of an anchor before it. */
function dressed(tagName: string, attribs: Readonly<Record<string, string>>): sanitizeHtml.Tag {
  if (isHidden(attribs)) return hiddenTag;
  const { id, class: names, style: _, align: __, color: ___, ...rest } = attribs;
  const style = styleOf(attribs);
  const dress = alertClass(names) ?? names;
  const anchor = /^h[1-6]$/.test(tagName) ? "id" : "data-anchor";
  return {
    tagName,
    attribs: {
      ...(dress ? { class: dress } : {}),
      ...(id ? { [anchor]: id } : {}),
      ...rest,
      ...(style ? { style } : {}),
    },
  };
}

function linkAttributes(
  { href, title, id, name = id }: Readonly<Record<string, string>>,
  notebookLink: MarkdownMarkup["notebookLink"],
): sanitizeHtml.Attributes {
  return {
    ...(name ? { name } : {}),
    ...(title ? { title } : {}),
    ...(href ? { href: /^[a-z][a-z\d+.-]*:/i.test(href) ? href : notebookLink(href) } : {}),
    ...(href && /^https?:/i.test(href) ? { rel: "noopener noreferrer" } : {}),
  };
}

const anchored = "div p span section img ul ol table blockquote details";

/** HTML that Markdown became, the author's own included, with only what outputs may hold, colours and anchors left. */
export function sanitizeMarkdown(html: string, markup: MarkdownMarkup): string {
  const { sanitize, own, notebookLink, picture } = markup;
  const heading = (tagName: string, attribs: Record<string, string>): sanitizeHtml.Tag =>
    attribs["data-own"] === own
      ? dressed(tagName, attribs)
      : dressed("p", { ...attribs, class: "klab-heading" });
  // Its types do not know of empty attributes.
  const options: sanitizeHtml.IOptions & { readonly allowedEmptyAttributes: string[] } = {
    ...outputOptions,
    allowedTags: [...(outputOptions.allowedTags as string[]), ..."h1 h2 h3 h4 h5 h6".split(" ")],
    allowedAttributes: {
      ...(outputOptions.allowedAttributes as Record<string, string[]>),
      "*": "class lang dir title aria-label aria-hidden style data-anchor role".split(" "),
      a: ["href", "rel", "name"],
      ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((level) => [`h${level}`, ["id"]])),
    },
    allowedClasses: { "*": classes.split(" ") },
    allowedEmptyAttributes: ["alt", "open"],
    allowedStyles: {
      "*": {
        width: [/^(?:100|\d{1,2})(?:\.\d+)?%$/],
        "text-align": [/^(?:left|right|center|justify)$/],
        color: [colour],
        "background-color": [colour],
        "font-weight": [/^(?:bold|normal|[1-9]00)$/],
        "font-style": [/^(?:italic|normal)$/],
        "font-size": [
          /^(?:[1-4]?\d(?:\.\d+)?p[xt]|[0-3](?:\.\d+)?r?em|[5-9]\d%|[12]\d\d%|small|large|x-large)$/,
        ],
        "text-decoration": [/^(?:underline|line-through|none)$/],
      },
    },
    transformTags: {
      "*": dressed,
      ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((level) => [`h${level}`, heading])),
      center: (_, attribs) => dressed("div", { ...attribs, align: "center" }),
      font: (_, attribs) => dressed("span", attribs),
      strike: (_, attribs) => dressed("s", attribs),
      a: (tagName, attribs) =>
        isHidden(attribs) ? hiddenTag : { tagName, attribs: linkAttributes(attribs, notebookLink) },
      img: (_, attribs) =>
        isHidden(attribs) ? hiddenTag : { tagName: "span", attribs: {}, text: picture(attribs) },
    },
    exclusiveFilter: () => false,
  };
  return boundedHtml(emptyHeads(sanitize(html, options))).replace(
    /<(\w+)((?:\s[^>]*?)?) data-anchor="([^"]*)"/g,
    (_, tag: string, before: string, name: string) =>
      anchored.split(" ").includes(tag)
        ? `<a name="${name}"></a><${tag}${before}`
        : `<${tag}${before}`,
  );
}
