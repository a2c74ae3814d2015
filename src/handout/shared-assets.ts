import { createHash } from "node:crypto";
import { baseStyle } from "./style/base-style";
import { calloutStyle } from "./style/callout-style";
import { contentStyle } from "./style/content-style";
import { darkFigureStyle } from "./style/dark-figure-style";
import { liveStyle } from "./style/live-style";
import { printStyle } from "./style/print-style";

/** The folder beside the pages that holds what several of them use. */
export const assetFolder = "assets";

/** A page without what it shares with others, and the files that it then needs, by their names in the folder. */
export interface SharedPage {
  readonly html: string;
  readonly assets: ReadonlyMap<string, string | Uint8Array>;
}

const shortHash = (content: string | Uint8Array): string =>
  createHash("sha256").update(content).digest("hex").slice(0, 12);

const packed =
  /<script type="text\/plain" id="(plotly|klab|klab-learn|tools|notebook|figures)-packed"([^>]*)>([^<]+)<\/script>/g;

/** The style sheets of which every page has some: before what it has of its own, and after it. */
const sheets = {
  text: [baseStyle, contentStyle, calloutStyle],
  live: [liveStyle, darkFigureStyle, printStyle],
};

/** What tells of solutions. A teacher's notebook stays in the teacher's page: the folder that pages share is given to students. */
const isTeachers = (page: string): boolean => page.includes('<body class="teacher">');

const face =
  /@font-face\{font-family:"?([\w ]+)"?;([^}]*?)src:url\(data:font\/woff2;base64,([A-Za-z0-9+/=]+)\)/g;

/** What a page with files beside it may load: from its own folder or server, and still nothing by its address alone. */
const widened = (policy: string): string =>
  policy
    .replace(/script-src /, "script-src 'self' file: ")
    .replace(/style-src /, "style-src 'self' file: ")
    .replace(/font-src data:/, "font-src data: 'self' file:");

/**
 * Takes the library, plotly.js, style sheets, whole fonts, a student's notebook and figures out of a page, to files that the pages of a folder or a server share.
 * Each is named by its content: pages of two versions may lie together, and a file that is there is never stale.
 */
export function shareAssets(page: string): SharedPage {
  const assets = new Map<string, string | Uint8Array>();
  const add = (name: string, end: string, content: string | Uint8Array): string => {
    const file = `${name}-${shortHash(content)}.${end}`;
    assets.set(file, content);
    return file;
  };
  const html = page
    .replace(packed, (whole, name: string, attributes: string, payload: string) => {
      if (/^(?:notebook|figures)$/.test(name) && isTeachers(page)) return whole;
      // A page from disk may run a file and may not read one: the file hands over its text.
      const file = add(
        name,
        "js",
        `(window.klabAssets??={})[${JSON.stringify(name)}]=${JSON.stringify(payload)};\n`,
      );
      return `<script type="text/plain" id="${name}-packed"${attributes} data-asset="${assetFolder}/${file}"></script>`;
    })
    .replace(/<script>([\s\S]{2000,}?)<\/script>/g, (_, script: string) => {
      const file = add("page", "js", `${script}\n`);
      return `<script src="${assetFolder}/${file}"></script>`;
    })
    .replace(face, (_, family: string, rest: string, base64: string) => {
      const weight = /font-weight:(\d+)/.exec(rest)?.[1] ?? "";
      const style = /font-style:italic/.test(rest) ? "i" : "";
      const name = `${family.replace(/\W+/g, "-")}${weight}${style}`;
      const file = add(name, "woff2", Buffer.from(base64, "base64"));
      return `@font-face{font-family:"${family}";${rest}src:url(${assetFolder}/${file})`;
    })
    .replace(
      /(http-equiv="Content-Security-Policy" content=")([^"]*)/,
      (_, head: string, policy) => head + widened(String(policy)),
    );
  const text = Object.entries(sheets).reduce((rest, [name, group]) => {
    const own = group.filter((sheet) => rest.includes(sheet));
    if (own.length === 0) return rest;
    const link = `<link rel="stylesheet" href="${assetFolder}/${add(name, "css", own.join("\n"))}">`;
    // In the place of the first: what the page has before and after, of its own, keeps its rank.
    return own.reduce(
      (page, sheet, i) => page.replace(sheet, () => (i === 0 ? `</style>\n${link}\n<style>` : "")),
      rest,
    );
  }, html);
  return { html: text, assets };
}
