import type sanitizeHtml from "sanitize-html";
import { isBitmapAddress } from "../../page/bitmap-address";
import { boundedHtml } from "../text/bounded-html";
import { emptyHeads } from "../text/empty-heads";
import { hiddenTag, isHidden } from "../text/is-hidden";
import { outputOptions, type Sanitize } from "../text/output-options";
import { dress } from "./output-dress";
import type { OutputStyle } from "./output-style";

export type { Sanitize } from "../text/output-options";

const keptClasses = /^(?:klab-(?!o\d)[\w-]*|list-inline|dl-inline|dataframe)$/;

/** Classes that the page knows, and those that the output's own style sheet names. */
function classesOf(
  { class: written = "", id }: sanitizeHtml.Attributes,
  style?: OutputStyle,
): string {
  const classes = written.split(/\s+/).flatMap((own) => {
    const given = style?.className(own) ?? [];
    return keptClasses.test(own) ? [own].concat(given) : given;
  });
  const named = id === undefined ? undefined : style?.className(`#${id}`);
  return (named === undefined ? classes : [...classes, named]).join(" ");
}

/** Controls that show what they hold; boxes to tick fold parts of tables and trees, and show nothing themselves. */
const shownInput = /^(?:text|range|number|search|email|url|date|time|color|)$/i;

const isControl = (
  tag: string,
  { type = "", class: names = "" }: sanitizeHtml.Attributes,
): boolean => !/hidden/i.test(names) && (tag !== "input" || shownInput.test(type));

/** What a page puts in the place of what an output cannot bring along. */
export interface OutputMarkup {
  /** The output's own style sheet, whose names stay. */
  readonly style?: OutputStyle;
  /** What stands for a picture that is not in the output itself. */
  readonly picture?: (attributes: Readonly<Record<string, string>>) => string;
  /** Hears of a control, which is left out. */
  readonly onControl?: () => void;
}

const headings = ["h1", "h2", "h3", "h4", "h5", "h6"];

/**
 * HTML that a cell put out, with only what cannot run, load, submit, cover or restyle the page left.
 *
 * An allow-list: the page's content security policy does not stop `<meta http-equiv=refresh>` or a style that covers
 * the page, so this is the first layer and the policy the second. What its author hides is left out.
 */
export function sanitizeOutput(
  sanitize: Sanitize,
  html: string,
  { style, picture, onControl }: OutputMarkup = {},
): string {
  const { transformTags } = outputOptions;
  const control = (tagName: string, attribs: sanitizeHtml.Attributes): sanitizeHtml.Tag => {
    if (!isHidden(attribs) && isControl(tagName, attribs)) onControl?.();
    return { tagName, attribs };
  };
  const safe = sanitize(html, {
    ...outputOptions,
    // What stands for a picture bears none of its attributes.
    exclusiveFilter: ({ tag, attribs }) =>
      tag === "img" && attribs.alt !== undefined && !isBitmapAddress(attribs.src ?? ""),
    allowedClasses: { "*": ["klab-*", "list-inline", "dl-inline", "dataframe"] },
    allowedStyles: { "*": dress },
    transformTags: {
      ...transformTags,
      ...Object.fromEntries(
        headings.map((name) => [
          name,
          (_: string, attribs: sanitizeHtml.Attributes) => ({
            tagName: "p",
            attribs: { ...attribs, class: `klab-heading ${attribs.class ?? ""}` },
          }),
        ]),
      ),
      img: (tagName, attribs) => {
        const { src = "" } = attribs;
        if (!picture || src === "" || isBitmapAddress(src) || isHidden(attribs))
          return { tagName, attribs: { ...attribs, alt: attribs.alt ?? "" } };
        return { tagName: "span", attribs: {}, text: picture(attribs) };
      },
      textarea: control,
      select: control,
      input: control,
      "*": (tagName, attribs) => {
        if (isHidden(attribs)) return hiddenTag;
        const { class: _, ...rest } = attribs;
        const classes = classesOf(attribs, style);
        return { tagName, attribs: classes ? { class: classes, ...rest } : rest };
      },
    },
  });
  return boundedHtml(emptyHeads(safe));
}
