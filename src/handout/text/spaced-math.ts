/** Marks that prose does not have. */
const mark = /\\[a-zA-Z{}]|[\^_=]/;
const words = /\\(?:text|textrm|textbf|textit|mathrm|mbox|hbox|operatorname)\*?\s*\{[^{}]*\}/g;
const command = /\\[a-zA-Z]+/g;

/**
 * Whether what stands between two dollars with a space beside one of them is a formula: `$ f $`, `$ x_i = 1$`.
 *
 * Jupyter sets whatever stands there; two prices in one sentence (`$ 5 and $ 6`) are more often meant as prices.
 */
export function isSpacedMath(tex: string): boolean {
  const inside = tex.trim();
  if (inside === "" || inside.length > 4000 || inside.includes("`")) return false;
  const bare = inside.replace(words, " ").replace(command, " ");
  if (/\p{Script=Han}|[，。；：、！？]/u.test(bare)) return false;
  if (mark.test(inside)) return !/[a-z]{2,}[\s,]+[a-z]{2,}[\s,]+[a-z]{2,}/i.test(bare);
  return inside.length <= 60 && !/[a-z]{2,}/i.test(bare) && !/[-–~+*/,;:.([{]$/.test(inside);
}

const between = /(?<![\\$])\$((?:\\[\s\S]|[^\\$])+?)\$(?![\d$])/g;

/** Replaces each formula that has a space inside its dollars; `formula` gets all of it, and what is inside. */
export function replaceSpacedMath(
  text: string,
  formula: (whole: string, inside: string) => string,
): string {
  let done = "";
  let from = 0;
  const pattern = new RegExp(between);
  for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
    const [whole, inside] = found;
    const end = found.index + whole.length;
    if (/^\s|\s$/.test(inside) && isSpacedMath(inside)) {
      done += text.slice(from, found.index) + formula(whole, inside);
      from = end;
    } else if (/^\s|\s$/.test(inside)) pattern.lastIndex = end - 1; // its second dollar may open the next
  }
  return done + text.slice(from);
}
