import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { scriptHash } from "../embedded-script";
import { colouredHtml } from "./coloured-html";

const looks = `
html{font-size:16px}
.reveal{font-family:var(--sans);color:var(--text)}
.reveal .slides{text-align:left}
.reveal .slides section{padding:1rem 1.5rem;font-size:1.35rem;line-height:1.6;max-height:100%;overflow-y:auto}
.reveal .slides h1,.reveal .slides h2,.reveal .slides h3{border:0;padding:0;margin:.2rem 0 1rem;font-family:var(--serif)}
.reveal .slides .cell{margin:0;border:0;background:none;padding:0}
.reveal .slides pre{font-size:1rem;box-shadow:none;width:auto;margin:0}
.reveal .slides .plot .card{height:auto!important}
.reveal .slides .still svg,.reveal .slides .still img{max-height:29rem;width:auto}
.reveal .slides section.dense{font-size:1.08rem;line-height:1.5}
.reveal .slides .dense pre{font-size:.85rem}
.reveal .progress{color:var(--accent)}`;

/** Ends no script element early. */
const contentSafe = (script: string): string =>
  script.replace(/<(?=\/script|!--|script)/gi, "\\u003c");

function revealParts(): { readonly css: string; readonly script: string } {
  const folder = dirname(require.resolve("reveal.js"));
  const read = (name: string): string => readFileSync(join(folder, name), "utf8");
  const start =
    'Reveal.initialize({width:1200,height:750,margin:.04,controls:true,progress:true,slideNumber:"c/t",hash:false,transition:"none",center:false,pdfSeparateFragments:false});';
  const script = contentSafe(
    `${read("reveal.js").replace(/\/\/# sourceMappingURL=.*/g, "")}\n${start}`,
  );
  return { css: read("reveal.css"), script };
}

const input = /<div class="input[^"]*">[\s\S]*?<\/pre>\s*<\/div>/;
/** Longer code leaves a figure no room on its slide: it stands in the page. */
const mostLines = 8;
/** Characters that a slide holds at its usual size. */
const mostText = 350;

/** The list of works at a summary's end: it would fill the slide, and is read in the page. */
const works = /<p>\s*<strong>参考文献<\/strong>\s*<\/p>\s*<(ul|ol)\b[\s\S]*?<\/\1>/g;

/** A cell as a slide. */
function sectionHtml(part: string): string {
  const cell = part.replace(/<nav class="between"[\s\S]*$/, "").replace(works, "");
  const lines = input.exec(cell)?.[0].split("\n").length ?? 0;
  const shown =
    cell.includes('<figure class="plot') && lines > mostLines ? cell.replace(input, "") : cell;
  const text = shown
    .replace(/<(svg|math)\b[\s\S]*?<\/\1>|<details[\s\S]*?<\/details>|<[^>]*>/g, "")
    .replace(/\s+/g, "");
  return `<section${text.length > mostText ? ' class="dense"' : ""}>\n${shown}</section>`;
}

/**
 * A page's cells as the slides of a reveal.js deck: one file, offline, figures as their pictures.
 *
 * @param page of the cells that are slides
 */
export function slidesHtml(page: string): string {
  const { css, script } = revealParts();
  const still = colouredHtml(page.replace(/<script\b[\s\S]*?<\/script>/g, ""));
  const main = /<main[^>]*>([\s\S]*)<\/main>/.exec(still)?.[1] ?? "";
  const sections = main
    .split(/(?=<div class="cell )/)
    .filter((part) => part.startsWith('<div class="cell '))
    .map(sectionHtml);
  const head = still
    .slice(0, still.indexOf("<body"))
    .replace(/script-src [^;]*/, `script-src '${scriptHash(script)}'`)
    .replace("</head>", () => `<style>${css}${looks}</style>\n</head>`);
  return `${head}<body>
<div class="reveal"><div class="slides">
${sections.join("\n")}
</div></div>
<script>${script}</script>
</body>
</html>
`;
}
