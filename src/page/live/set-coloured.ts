import { colourCode, colouredInPage } from "./colour-code";

/** Gives an element code as its text, coloured. */
export function setColoured(element: HTMLElement, text: string): void {
  const page = element.ownerDocument;
  element.replaceChildren(
    ...colourCode(text).map(({ kind, text: piece }) => {
      if (kind === "plain") return page.createTextNode(piece);
      const span = page.createElement("span");
      span.className = `code-${kind}`;
      span.textContent = piece;
      return span;
    }),
  );
}

/** Colours the code of the page. */
export function colourPageCode(page: Document): void {
  for (const code of page.querySelectorAll<HTMLElement>(`pre > code.${colouredInPage}`)) {
    setColoured(code, code.textContent ?? "");
  }
}
