import { isBitmapAddress } from "../bitmap-address";
import { outputAllowList } from "../output-allow-list";

const { tags, headings, withoutContent, attributes, classes, styles, schemes } = outputAllowList;
const allowed = new Set(tags);
const dropped = new Set(withoutContent);

/** More elements than these hold a page up. */
const mostElements = 20_000;
const mostDepth = 60;

function isLink(address: string): boolean {
  const scheme = /^\s*([a-z][a-z\d+.-]*):/i.exec(address)?.[1].toLowerCase();
  return scheme !== undefined && (schemes as readonly string[]).includes(scheme);
}

function cleanAttribute(tag: string, name: string, value: string): string | undefined {
  const known = [...attributes["*"], ...(Object.hasOwn(attributes, tag) ? attributes[tag] : [])];
  if (!known.includes(name)) return undefined;
  if (name === "class") {
    const kept = value.split(/\s+/).filter((one) => classes.test(one));
    return kept.length > 0 ? kept.join(" ") : undefined;
  }
  if (name === "style") {
    const kept = value
      .split(";")
      .map((rule) => /^\s*([\w-]+)\s*:\s*([^;]*?)\s*$/.exec(rule))
      .filter(
        (found) => found && Object.hasOwn(styles, found[1]) && styles[found[1]].test(found[2]),
      )
      .map((found) => `${found?.[1]}:${found?.[2]}`);
    return kept.length > 0 ? kept.join(";") : undefined;
  }
  if (name === "href") return isLink(value) ? value : undefined;
  if (name === "src") return isBitmapAddress(value) ? value : undefined;
  return value;
}

/**
 * HTML that a cell put out, as nodes of the page with nothing in them but what a stored output may hold.
 *
 * Every node is made anew, from a document that was parsed without running or loading anything: nothing of what was
 * parsed gets into the page itself.
 */
export function cleanHtml(html: string, page: Document): DocumentFragment {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  const fragment = page.createDocumentFragment();
  let left = mostElements;

  const copy = (from: Node, into: Node, depth: number): void => {
    for (const node of from.childNodes) {
      if (--left < 0 || depth > mostDepth) return;
      if (node.nodeType === Node.TEXT_NODE)
        into.appendChild(page.createTextNode(node.nodeValue ?? ""));
      if (!(node instanceof Element)) continue;
      const tag = node.localName;
      if (node.namespaceURI !== "http://www.w3.org/1999/xhtml" || dropped.has(tag)) continue;
      if (tag === "img" && !isBitmapAddress(node.getAttribute("src") ?? "")) continue;
      const isHeading = (headings as readonly string[]).includes(tag);
      if (!allowed.has(tag) && !isHeading) {
        copy(node, into, depth + 1);
        continue;
      }
      const element = page.createElement(isHeading ? "p" : tag);
      if (isHeading) element.className = "klab-heading";
      for (const { name, value } of isHeading ? [] : node.attributes) {
        const clean = cleanAttribute(tag, name, value);
        if (clean !== undefined) element.setAttribute(name, clean);
      }
      if (tag === "a") element.setAttribute("rel", "noopener noreferrer");
      if (tag === "img") element.setAttribute("alt", node.getAttribute("alt") ?? "");
      into.appendChild(element);
      copy(node, element, depth + 1);
    }
  };
  copy(parsed.body, fragment, 0);
  return fragment;
}
