const names =
  "a abbr address area article aside audio b base basefont bdi bdo big blockquote body br button canvas caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend li link main map mark marquee math menu meta meter nav nobr noframes noscript object ol optgroup option output p param picture pre progress q rp rt ruby s samp script search section select small source span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr";
const known = new Set(names.split(" "));

/** Whether a piece of HTML begins with a tag that HTML knows, or is a comment or a declaration: `Array<number>` is not. */
export function isMarkup(html: string): boolean {
  const name = /^\s*<\/?([a-z][\w-]*)/i.exec(html)?.[1];
  return name === undefined || known.has(name.toLowerCase());
}
