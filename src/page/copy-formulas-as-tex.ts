const annotation = 'annotation[encoding="application/x-tex"]';

/** The whole of a formula that a boundary of a selection lies in. */
function formulaAround(node: Node): Element | null {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest(".katex-display") ?? element?.closest(".katex") ?? null;
}

/** What is selected, with formulas whole and as their TeX; undefined where there is none. */
function selectedTex(selection: Selection): string | undefined {
  const range = selection.getRangeAt(0).cloneRange();
  const [first, last] = [range.startContainer, range.endContainer].map(formulaAround);
  if (first) range.setStartBefore(first);
  if (last) range.setEndAfter(last);
  const piece = range.cloneContents();
  const formulas = [...piece.querySelectorAll(".katex")];
  if (formulas.length === 0) return undefined;
  for (const formula of formulas) {
    const tex = formula.querySelector(annotation)?.textContent ?? "";
    const display = formula.closest(".katex-display");
    (display ?? formula).replaceWith(display ? `\n$$${tex}$$\n` : `$${tex}$`);
  }
  // As it would be copied, in lines: only what is in the page has a layout to take them from.
  const place = document.createElement("div");
  place.style.cssText = "position:fixed;left:-9999px;white-space:pre-wrap";
  place.append(piece);
  document.body.append(place);
  // biome-ignore lint/performance/useDomNodeTextContent: the lines that a reader sees
  const text = place.innerText;
  place.remove();
  return text;
}

/** Copying formulas gives their TeX, between dollars, instead of the letters of the picture and of MathML. */
export function copyFormulasAsTex(): void {
  document.addEventListener("copy", (event) => {
    const selection = getSelection();
    if (!event.clipboardData || !selection || selection.isCollapsed) return;
    const text = selectedTex(selection);
    if (text === undefined) return;
    event.clipboardData.setData("text/plain", text);
    event.preventDefault();
  });
}
