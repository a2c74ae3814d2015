import { colouredHtml } from "./coloured-html";
import { printFontRules } from "./print-font-rules";
import { vectorCells } from "./vector-cells";

/** Over everything a page says of fonts and folds: a print is read, not pressed. */
const overrides = `
:root{--sans:"klab Print","klab Han",sans-serif!important;--serif:"klab Print","klab Han",sans-serif!important;--mono:"klab Print Mono","klab Print","klab Han",monospace!important}
@page{@bottom-center{font-family:"klab Print",sans-serif}}
.katex .cjk_fallback{font-family:"klab Print",sans-serif!important}
em{font-style:normal}
.never-ran::before{content:""}`;

/** The page as it is printed: with fonts of its own, without scripts and without pixels where there are cells. */
export async function printHtml(page: string): Promise<string> {
  const still = vectorCells(colouredHtml(page.replace(/<script\b[\s\S]*?<\/script>/g, "")));
  const rules = await printFontRules(still);
  return still.replace("</head>", () => `<style>${rules}${overrides}</style>\n</head>`);
}
