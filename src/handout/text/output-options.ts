import type sanitizeHtml from "sanitize-html";
import { isBitmapAddress } from "../../page/bitmap-address";
import { outputAllowList } from "../../page/output-allow-list";

/** The part of sanitize-html that is used. */
export type Sanitize = (html: string, options: sanitizeHtml.IOptions) => string;

const { tags, headings, withoutContent, attributes, classes, styles, schemes } = outputAllowList;

/** What an output may hold. */
export const outputOptions: sanitizeHtml.IOptions = {
  allowedTags: [...tags],
  nonTextTags: [...withoutContent],
  selfClosing: ["br", "hr", "img", "col", "wbr"],
  allowedAttributes: Object.fromEntries(
    Object.entries(attributes).map(([tag, names]) => [tag, [...names]]),
  ),
  allowedClasses: { "*": [classes] },
  allowedStyles: {
    "*": Object.fromEntries(Object.entries(styles).map(([name, value]) => [name, [value]])),
  },
  allowedSchemes: [...schemes],
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
