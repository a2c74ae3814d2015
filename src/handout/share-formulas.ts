import {
  AssetFiles,
  assetFolder,
  isTeachers,
  pageBudget,
  type SharedPage,
  teacherFolder,
} from "./shared-page";

/** The part of a formula that is seen; in it no element is a span. */
const seen = /<span class="katex-html" aria-hidden="true">((?:(?!<\/?span\b)[\s\S])*?)<\/span>/g;

/** Where no script runs a browser sets the MathML that every formula has, and screen readers hear. */
const bare =
  ".katex-mathml:has(+i[data-f]){clip:auto!important;clip-path:none!important;position:static!important;width:auto!important;height:auto!important;overflow:visible!important}:has(+i[data-f]) mtable{math-style:normal}:has(+i[data-f]) mtable[width],:has(+i[data-f]) math:has(mtable[width]){width:100%}:has(+i[data-f]) mtd[width]{width:50%}";

/** Puts the formulas back before anything else of the page is run. */
const restore = `for(const place of document.querySelectorAll(".katex>i[data-f]")){const one=document.createElement("span");one.className="katex-html";one.setAttribute("aria-hidden","true");one.innerHTML=formulas[place.dataset.f]??"";place.replaceWith(one)}`;

/**
 * Takes what is seen of formulas out of a page that is too heavy, from its end on, to a file beside it: each once, however
 * often it is said.
 */
export function shareFormulas(page: string): SharedPage {
  const texts = new Map<string, number>();
  const pieces: string[] = [];
  let weight = Buffer.byteLength(page);
  let end = page.length;
  for (const formula of [...page.matchAll(seen)].reverse()) {
    if (weight <= pageBudget) break;
    const [whole, text] = formula;
    const number = texts.get(text) ?? texts.size;
    texts.set(text, number);
    const place = `<i data-f=${number}></i>`;
    pieces.push(page.slice(formula.index + whole.length, end), place);
    end = formula.index;
    weight -= Buffer.byteLength(whole) - place.length;
  }
  if (texts.size === 0) return { html: page, assets: new Map() };
  const beside = new AssetFiles(isTeachers(page) ? teacherFolder : assetFolder);
  const list = JSON.stringify([...texts.keys()]).replace(/</g, "\\u003c");
  const file = beside.add("formulas", "js", `{const formulas=${list};${restore}}\n`);
  const html = [...pieces, page.slice(0, end)].reverse().join("");
  // Before the page's own script, which is the last.
  const last = Math.max(html.lastIndexOf("<script"), 0);
  const scripted = `${html.slice(0, last)}<script src="${file}"></script>\n${html.slice(last)}`;
  return {
    html: scripted.replace("</head>", () => `<style>${bare}</style>\n</head>`),
    assets: beside.files,
  };
}
