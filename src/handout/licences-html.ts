import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { escapeHtml } from "../words/escape-html";

interface Notice {
  readonly name: string;
  /** The package whose LICENSE file says whose it is. */
  readonly from: string;
  readonly licence: "MIT" | "OFL-1.1" | "Apache-2.0";
  /** Whether a page has it. */
  readonly isIn: (page: string) => boolean;
}

const has =
  (...marks: readonly string[]) =>
  (page: string): boolean =>
    marks.some((mark) => page.includes(mark));

const isLive = has('id="notebook-packed"');

const derives = has('data-part="live-derivation"');

/** What pages may embed that others made. */
const notices: readonly Notice[] = [
  { name: "plotly.js", from: "plotly.js-dist", licence: "MIT", isIn: has('id="plotly-packed"') },
  { name: "KaTeX（样式与字体）", from: "katex", licence: "MIT", isIn: has("font-family:KaTeX") },
  {
    name: "Noto Sans SC（字体）",
    from: "@fontsource/noto-sans-sc",
    licence: "OFL-1.1",
    isIn: has('font-family:"klab Han"', 'font-family="Noto Sans SC', "Noto Sans SC"),
  },
  { name: "Sucrase", from: "sucrase", licence: "MIT", isIn: isLive },
  { name: "acorn", from: "acorn", licence: "MIT", isIn: isLive },
  {
    name: "node-inspect-extracted",
    from: "node-inspect-extracted",
    licence: "MIT",
    isIn: isLive,
  },
  { name: "mathjs", from: "mathjs", licence: "Apache-2.0", isIn: derives },
  { name: "typed-function", from: "typed-function", licence: "MIT", isIn: derives },
  {
    name: "unified-latex",
    from: "@unified-latex/unified-latex-util-pegjs",
    licence: "MIT",
    isIn: derives,
  },
  { name: "reveal.js", from: "reveal.js", licence: "MIT", isIn: has('<div class="reveal">') },
];

const addresses = {
  MIT: "https://spdx.org/licenses/MIT.html",
  "OFL-1.1": "https://openfontlicense.org",
  "Apache-2.0": "https://www.apache.org/licenses/LICENSE-2.0",
} as const;

const mit =
  'Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions: The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software. THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.';

interface Package {
  readonly version: string;
  readonly owner: string;
}

/** A package's version, and the line of its licence that says whose it is. */
function packageOf(name: string): Package | undefined {
  try {
    const folder = (require.resolve.paths(name) ?? [])
      .map((base) => join(base, name))
      .find((place) => existsSync(join(place, "package.json")));
    if (folder === undefined) return undefined;
    const manifest = readFileSync(join(folder, "package.json"), "utf8");
    const { version, author } = JSON.parse(manifest) as { version: string; author?: unknown };
    const file = join(folder, "LICENSE");
    const text = existsSync(file) ? readFileSync(file, "utf8") : "";
    const stated = /^\s*(Copyright .*|.*Google Inc\.)/m.exec(text)?.[1].trim();
    return { version, owner: stated ?? (typeof author === "string" ? author : "") };
  } catch {
    return undefined;
  }
}

function itemHtml({ name, from, licence }: Notice): string {
  const known = packageOf(from);
  const version = known ? ` ${known.version}` : "";
  const owner = known?.owner ? `。${escapeHtml(known.owner)}` : "";
  return `<li>${name}${version}：<a href="${addresses[licence]}" rel="noopener noreferrer">${licence}</a>${owner}</li>`;
}

/** Whose work a page embeds, and on what terms: folded, at its end. */
export function licencesHtml(page: string): string {
  const found = notices.filter(({ isIn }) => isIn(page));
  const items = [
    `<li>klab（本页的脚本）：<a href="${addresses.MIT}" rel="noopener noreferrer">MIT</a></li>`,
    ...found.map(itemHtml),
  ];
  return `<details class="licences"><summary>许可</summary><ul>${items.join("")}</ul><p lang="en">MIT: ${escapeHtml(mit)}</p></details>`;
}

/** The page with its licences in the footer. */
export function withLicences(page: string): string {
  const at = page.lastIndexOf("</footer>");
  return at < 0 ? page : page.slice(0, at) + licencesHtml(page) + page.slice(at);
}

/** A deck with its licences as the last slide. */
export function withLicenceSlide(deck: string): string {
  const at = deck.lastIndexOf("</div></div>");
  if (at < 0) return deck;
  const slide = `<section><h2>许可</h2>${licencesHtml(deck)}</section>\n`;
  return deck.slice(0, at) + slide + deck.slice(at);
}
