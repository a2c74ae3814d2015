import { displayedMath } from "./displayed-math";
import { texMathml } from "./tex-mathml";

const formula =
  /\$\$([^$]+)\$\$|\\\[([\s\S]+?)\\\]|(\\begin\{(aligned?|gather|equation|cases|array|[bpvBV]?matrix)\*?\}[\s\S]*?\\end\{\4\*?\})|\\\(([\s\S]+?)\\\)/g;

/** Sets the formulas in the text of a cell's HTML, as the page's making does: `$$…$$`, `\[…\]`, environments, `\(…\)`. */
export function typeset(root: ParentNode, page: Document): void {
  const walker = page.createTreeWalker(root as Node, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.parentElement?.closest("pre, code")) texts.push(node as Text);
  }
  for (const text of texts) {
    const value = text.nodeValue ?? "";
    const parts: (Node | string)[] = [];
    let at = 0;
    for (const found of value.matchAll(formula)) {
      const shown = found[1] ?? found[2] ?? found[3];
      parts.push(value.slice(at, found.index));
      parts.push(
        shown === undefined ? texMathml(found[5] ?? "", false, page) : displayedMath(shown, page),
      );
      at = found.index + found[0].length;
    }
    if (at > 0) text.replaceWith(...parts, value.slice(at));
  }
}
