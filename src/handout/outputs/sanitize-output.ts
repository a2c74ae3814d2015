import type sanitizeHtml from "sanitize-html";
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

const isHidden = ({ hidden, style = "" }: sanitizeHtml.Attributes): boolean =>
  hidden !== undefined || /(?:^|;)\s*display\s*:\s*none\b/i.test(style);

const headings = ["h1", "h2", "h3", "h4", "h5", "h6"];

/**
 * HTML that a cell put out, with only what cannot run, load, submit, cover or restyle the page left.
 *
 * An allow-list: the page's content security policy does not stop `<meta http-equiv=refresh>` or a style that covers
 * the page, so this is the first layer and the policy the second. What its author hides is left out.
 *
 * @param style the output's own style sheet, whose names stay
 */
export function sanitizeOutput(sanitize: Sanitize, html: string, style?: OutputStyle): string {
  const { transformTags } = outputOptions;
  return sanitize(html, {
    ...outputOptions,
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
      "*": (tagName, attribs) => {
        if (isHidden(attribs)) return { tagName: "template", attribs: {} }; // goes with everything in it
        const { class: _, ...rest } = attribs;
        const classes = classesOf(attribs, style);
        return { tagName, attribs: classes ? { class: classes, ...rest } : rest };
      },
    },
  });
}
