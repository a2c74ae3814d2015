import type { PageContext } from "../page-context";
import { cutNote, cutText } from "../text/cut-text";
import { typesetHtml } from "../text/html-math";
import { isDrawnByScript } from "../text/is-drawn-by-script";
import { isVisible, liftMedia, missingHtml } from "../text/lift-media";
import { htmlPicture, missingPicture } from "../text/picture-html";
import { SealedHtml } from "../text/sealed-html";
import { outputStyle } from "./output-style";
import { sanitizeOutput } from "./sanitize-output";

/** HTML that is not pictures within it. */
const mostHtml = 2_000_000;

const embedded = /data:image\/[\w+.-]+;base64,[A-Za-z0-9+/=\s]+/g;

/** Colours that an author chose were chosen for a white page: they get one, by day and by night. */
const paper = "paper";
const isColoured = (safe: string, css = ""): boolean =>
  /[{;](?:color|background|border)[\w-]*:/.test(css) ||
  /<[^>]* style="[^"]*\b(?:color|background)\b/.test(safe);

/** What scikit-learn tells a reader of an untrusted notebook beside the text that stands for its diagram. */
const viewerHint =
  /<b>\s*(?:In a Jupyter environment, please rerun|Please rerun) this cell to show the HTML [^<]*(?:<br\s*\/?>[^<]*)?<\/b>/gi;

/** Whether HTML brings nothing to be seen and was not meant to: style sheets, links to some. */
export const isOnlyStyle = (html: string): boolean =>
  html
    .replace(/<!--[\s\S]*?(?:-->|$)/g, "")
    .replace(/<(style|title)\b[^>]*>[\s\S]*?(?:<\/\1\s*>|$)/gi, "")
    .replace(/<\/?(?:link|meta|html|head|body)\b[^>]*>/gi, "")
    .trim() === "";

/** HTML that a cell put out, as a page shows it. */
export interface RichHtml {
  readonly html: string;
  /** Whether all that can be seen of it stands for pictures that are not there. */
  readonly isOnlyPlaces: boolean;
}

/** HTML that a cell put out, as far as a page shows it; undefined where nothing of it can be seen. */
export function richHtml(html: string, context: PageContext): RichHtml | undefined {
  const { sanitize, math, notes, outputStyles, asset } = context;
  const bare = html.length > mostHtml ? html.replace(embedded, "data:,") : html;
  const cut = cutText(html, bare.length > mostHtml ? mostHtml : html.length);
  const sealed = new SealedHtml(cut.text);
  const { html: lifted, missing: media } = liftMedia(cut.text, sealed, sanitize);
  const missing = [...media];
  const places: string[] = [];
  const picture = (attributes: Readonly<Record<string, string>>): string => {
    let isMissing = false;
    const shown = htmlPicture(attributes, {
      attachments: new Map(),
      asset,
      sanitize,
      missing: (source) => {
        isMissing = true;
        notes.push(missingPicture(source));
      },
    });
    const seal = sealed.seal(shown);
    if (isMissing) places.push(seal);
    return seal;
  };
  const scope = `klab-o${outputStyles.length + 1}`;
  const style = outputStyle(cut.text, scope);
  let hasControl = false;
  const safe = sanitizeOutput(sanitize, lifted.replace(viewerHint, ""), {
    style,
    picture,
    onControl: () => {
      hasControl = true;
    },
  }).trim();
  if (!isVisible(safe)) return undefined;
  if (hasControl) missing.push("控件");
  if (isDrawnByScript(cut.text)) missing.push("靠脚本画的部分");
  if (missing.length > 0) {
    notes.push(`不显示 / not shown: ${missing.join("、").replace(/<[^>]*>/g, "")}`);
  }
  const rich = sealed.open(typesetHtml(safe, math));
  if (style) outputStyles.push(style.css);
  const classes = [
    "rich",
    ...(style ? [scope] : []),
    ...(isColoured(safe, style?.css) ? [paper] : []),
  ];
  return {
    html: `<div class="${classes.join(" ")}">${rich}</div>${missingHtml(missing)}${cutNote(cut)}`,
    isOnlyPlaces:
      places.length > 0 && !isVisible(places.reduce((all, seal) => all.replace(seal, ""), safe)),
  };
}
