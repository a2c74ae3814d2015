import { colourCode, colouredInPage } from "../../page/live/colour-code";
import { escapeHtml } from "../../words/escape-html";

const code = new RegExp(`<code class="${colouredInPage}">([^<]*)</code>`, "g");

const characters: Readonly<Record<string, string>> = {
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
  "&amp;": "&",
};

/** A page whose code is coloured without its script: what is printed or shown as slides runs none. */
export const colouredHtml = (page: string): string =>
  page.replace(code, (_, escaped: string) => {
    const text = escaped.replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => characters[entity]);
    const pieces = colourCode(text).map(({ kind, text: piece }) =>
      kind === "plain"
        ? escapeHtml(piece)
        : `<span class="code-${kind}">${escapeHtml(piece)}</span>`,
    );
    return `<code>${pieces.join("")}</code>`;
  });
