import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import katex from "katex";
import { afterAll, expect, test } from "vitest";
import { compactFormulas } from "../../../src/handout/text/compact-formulas";
import { katexStyle } from "../../../src/handout/text/katex-style";
import { openBrowser } from "../../../src/pictures/browser";

const browser = await openBrowser({ log: console.log });
if (!browser) console.log("skipped: no browser found, formulas were not measured");
afterAll(() => browser?.close());

const resolve = createRequire(import.meta.url).resolve;
const css = readFileSync(resolve("katex/dist/katex.min.css"), "utf8");
const font = (file: string): string =>
  readFileSync(resolve(`katex/dist/${file}`)).toString("base64");

const formulas = [
  String.raw`D(p\parallel q)=\sum_{x\in\mathcal X}p(x)\ln\frac{p(x)}{q(x)}\ge0`,
  String.raw`\begin{aligned}a&=\sqrt{\tfrac{b}{c}}\\&=\left(\int_0^\infty e^{-x^2}\,dx\right)^2\tag{7}\end{aligned}`,
  String.raw`\hat\mu_{\text{样本}}=\underbrace{x+\dots+x}_{n\text{个}}\quad\boxed{\mathbf A\boldsymbol\theta}`,
  String.raw`\begin{pmatrix}1&2\\3&4\end{pmatrix}\overline{AB}\;\not\ll\;\widehat{abc}\xrightarrow{n\to\infty}0`,
  String.raw`\textit{slanted $x_1$ words}\,\mathit{ab}\cancel{x}\sqrt[3]{y}\begin{cases}a&b\\c&d\end{cases}`,
  String.raw`\left\{\begin{array}{c|c}a&b\\\hline c&d\end{array}\right\}^{2}_{k}\overset{a}{=}\prod\limits_{i}^{n}\sum\nolimits_i`,
  String.raw`x_1,\dots,x_n\quad\dot x\,\tilde{y}_{k_3}^{2}\;\substack{a\\b}\;\operatorname*{arg\,min}_{q\in\mathcal Q}\mathbb E_{x\sim p}`,
];
const html = formulas
  .flatMap((tex) =>
    [true, ...(tex.includes("\\tag") ? [] : [false])].map((displayMode) =>
      katex.renderToString(tex, { displayMode, strict: "ignore" }),
    ),
  )
  .map((formula) => `<p>字${formula}字</p>`)
  .join("\n");
const { faces, rules } = katexStyle(css, html, font);
const compact = compactFormulas([html], rules);

/** Each character of the page's formulas, where it stands and how it looks, paragraph by paragraph. */
const measure = `[...document.querySelectorAll("p")].map((p) => {
  const from = p.getBoundingClientRect();
  const all = [{ text: "", look: "", place: [from.height, from.width] }];
  const walker = document.createTreeWalker(p, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode()); ) {
    if (node.parentElement.closest(".katex-mathml")) continue;
    const { fontFamily, fontStyle, fontSize, fontWeight, color } = getComputedStyle(node.parentElement);
    for (let i = 0; i < node.data.length; i += 1) {
      if (/[\\u200b\\s]/.test(node.data[i])) continue;
      const range = document.createRange();
      range.setStart(node, i);
      range.setEnd(node, i + 1);
      const { x, y, width, height } = range.getBoundingClientRect();
      all.push({ text: node.data[i], look: [fontFamily, fontStyle, fontSize, fontWeight, color].join(), place: [x - from.x, y - from.y, width, height] });
    }
  }
  for (const line of p.querySelectorAll("svg, .katex-html *")) {
    const { borderTopWidth, borderBottomWidth } = getComputedStyle(line);
    if (line.localName !== "svg" && borderTopWidth === "0px" && borderBottomWidth === "0px") continue;
    const { x, y, width, height } = line.getBoundingClientRect();
    all.push({ text: "line", look: "", place: [x - from.x, y - from.y, width, height] });
  }
  return all;
})`;

interface Mark {
  readonly text: string;
  readonly look: string;
  readonly place: readonly number[];
}

async function marksOf(body: string, style: string): Promise<Mark[]> {
  const page = await browser!.newPage({ viewport: { width: 1500, height: 900 } });
  await page.setContent(
    `<!doctype html><meta charset="utf-8"><style>${faces}${style}p{font:16px/1.7 sans-serif}</style>${body}`,
  );
  await page.evaluate("document.fonts.ready.then(() => 0)");
  const marks = (await page.evaluate<Mark[][]>(measure)).flat();
  await page.close();
  return marks;
}

test.skipIf(!browser)(
  "formulas in fewer characters stand where KaTeX's stand, and look the same",
  { timeout: 60_000 },
  async () => {
    const before = await marksOf(html, rules);
    const after = await marksOf(compact.parts[0], compact.css);
    expect(before.length).toBeGreaterThan(250);
    const words = ({ text, look }: Mark): string => `${text} ${look}`;
    expect(after.map(words)).toEqual(before.map(words));
    const off = before.flatMap(({ place }, i) =>
      place.map((value, k) => Math.abs(value - after[i].place[k])),
    );
    expect(Math.max(...off)).toBeLessThan(0.25); // text is placed in whole sixty-fourths
  },
);
