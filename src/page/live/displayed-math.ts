import { chainRows } from "./chain-rows";
import { brokenMathml, texMathml } from "./tex-mathml";

function element(page: Document, name: string, children: readonly (Node | string)[]): HTMLElement {
  const span = page.createElement("span");
  span.className = name;
  span.append(...children);
  return span;
}

/** A displayed formula; a derivation line by line, as the page's making sets it: lines break where a page is narrow. */
export function displayedMath(tex: string, page: Document): HTMLElement {
  const rows = chainRows(tex);
  if (!rows) return element(page, "display", [texMathml(tex, true, page)]);
  const part = (name: string, inside: string): HTMLElement =>
    element(page, `chain-${name}`, brokenMathml(inside, page));
  const lines = rows.map(({ left, right, number = "" }) =>
    element(page, "chain-row", [
      part("left", left),
      " ",
      part("right", right),
      " ",
      element(page, "chain-number", [number]),
    ]),
  );
  return element(page, "chain", lines);
}
