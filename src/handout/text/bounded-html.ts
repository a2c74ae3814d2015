/** Elements of one text or output: more hold a browser up for seconds. */
const mostElements = 50_000;
/** Elements within each other: laying out ten thousand takes a browser minutes, and no reader sees a hundred. */
const deepest = 100;

const tag = /<(\/?)([a-zA-Z][\w-]*)(?:"[^"]*"|[^">])*>/g;
const empty = new Set(["br", "hr", "img", "col", "wbr"]);

/**
 * HTML as far as a page bears it: elements within a hundred others leave their content where it is; what follows fifty
 * thousand of them is left out; each with a note.
 *
 * @param html sanitised: attributes quoted, elements closed
 */
export function boundedHtml(html: string): string {
  /** What is open, each with whether its tags are kept. */
  const open: [name: string, isKept: boolean][] = [];
  const parts: string[] = [];
  let at = 0;
  let elements = 0;
  let depth = 0;
  let isFlattened = false;
  const close = (): void => {
    for (const [name, isKept] of open.reverse()) if (isKept) parts.push(`</${name}>`);
  };
  for (const { 0: whole, 1: slash, 2: name, index } of html.matchAll(tag)) {
    const isEmpty = empty.has(name);
    if (!slash && (isEmpty || depth < deepest)) elements += 1;
    if (elements > mostElements) {
      parts.push(html.slice(at, index));
      close();
      parts.push(
        `<p class="note cut">太长：共${html.match(/<[a-zA-Z]/g)?.length}个元素，只显示前${mostElements}个。</p>`,
      );
      return parts.join("");
    }
    if (isEmpty) continue;
    const isKept = slash ? (open.pop()?.[1] ?? true) : depth < deepest;
    if (!slash) open.push([name, isKept]);
    isFlattened ||= !isKept;
    if (isKept) {
      depth += slash ? -1 : 1;
      continue;
    }
    parts.push(html.slice(at, index));
    at = index + whole.length;
  }
  parts.push(html.slice(at));
  if (isFlattened)
    parts.push(`<p class="note cut">嵌套太深：第${deepest}层以下的元素不起作用，只留下内容。</p>`);
  return parts.join("");
}
