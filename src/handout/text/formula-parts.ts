/**
 * Parts that every formula has and that a rule can make: the strut of a base, the narrow cell that keeps a list above its
 * depth, and that depth, a row of nothing.
 */
export const ownRules =
  '.katex .base::before{content:"";display:inline-block}' +
  '.katex .vlist-t2>.vlist-r:first-child::after{content:"\\200b";display:table-cell;font-size:1px;min-width:2px;vertical-align:bottom;width:2px}' +
  ".katex .depth{display:table-row}" +
  ".katex-html i{font-style:inherit}";

/** A formula without them: what styled a strut becomes an attribute of its base. */
export const withoutParts = (formula: string): string =>
  formula
    .replace(
      /<span class="base"><span class="strut" style="([^"]*)"><\/span>/g,
      '<span class="base" strut="$1">',
    )
    .replaceAll('<span class="vlist-s">\u200b</span>', "")
    .replace(
      /<span class="vlist-r"><span class="vlist" style="([^"]*)"><span><\/span><\/span><\/span>(?=<\/span>)/g,
      '<span class="depth" style="$1"></span>',
    );
