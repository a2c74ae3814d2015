import { outputOptions, type Sanitize } from "../text/safe-markup";

export type { Sanitize } from "../text/safe-markup";

/**
 * HTML that a cell put out, with only what cannot run, load, submit, restyle or overlay anything left.
 *
 * An allow-list: the page's content security policy does not stop `<meta http-equiv=refresh>` or a style that covers
 * the page, so this is the first layer and the policy the second.
 */
export function sanitizeOutput(sanitize: Sanitize, html: string): string {
  return sanitize(html, outputOptions);
}
