import { AssetFiles, isTeachers, pageBudget, type SharedPage, teacherFolder } from "./shared-page";
import { baseStyle } from "./style/base-style";
import { calloutStyle } from "./style/callout-style";
import { contentStyle } from "./style/content-style";
import { darkFigureStyle } from "./style/dark-figure-style";
import { liveStyle } from "./style/live-style";
import { printStyle } from "./style/print-style";

const packed =
  /<script type="text\/plain" id="(plotly|klab|klab-learn|tools|notebook|figures)-packed"([^>]*)>([^<]+)<\/script>/g;

/** The style sheets of which every page has some: before what it has of its own, and after it. */
const sheets = {
  text: [baseStyle, contentStyle, calloutStyle],
  live: [liveStyle, darkFigureStyle, printStyle],
};

const face =
  /@font-face\{font-family:"?([\w ]+)"?;([^}]*?)src:url\(data:font\/woff2;base64,([A-Za-z0-9+/=]+)\)/g;

/** What a page with files beside it may load: from its own folder or server, and still nothing by its address alone. */
const widened = (policy: string): string =>
  policy
    .replace(/script-src /, "script-src 'self' file: ")
    .replace(/style-src /, "style-src 'self' file: ")
    .replace(/font-src data:/, "font-src data: 'self' file:")
    .replace(/img-src data:/, "img-src data: 'self' file:");

interface Payload {
  readonly name: string;
  readonly attributes: string;
  readonly payload: string;
}

/** A page from disk may run a file and may not read one: the file hands over its text. */
function besidePage(beside: AssetFiles, { name, attributes, payload }: Payload): string {
  const text = `(window.klabAssets??={})[${JSON.stringify(name)}]=${JSON.stringify(payload)};\n`;
  const file = beside.add(name, "js", text);
  return `<script type="text/plain" id="${name}-packed"${attributes} data-asset="${file}"></script>`;
}

/** Takes its notebook and figures out of a teacher's page that is too heavy, to a folder that students are not given. */
export function shareSolutions(page: string): SharedPage {
  const beside = new AssetFiles(teacherFolder);
  if (!isTeachers(page) || Buffer.byteLength(page) <= pageBudget)
    return { html: page, assets: beside.files };
  const html = page.replace(packed, (_, name: string, attributes: string, payload: string) =>
    besidePage(beside, { name, attributes, payload }),
  );
  return { html, assets: beside.files };
}

/**
 * Takes the library, plotly.js, style sheets, whole fonts, a student's notebook and figures out of a page, to files that
 * the pages of a folder or a server share.
 */
export function shareAssets(page: string): SharedPage {
  const beside = new AssetFiles();
  const html = page
    .replace(/ data-(?:characters|letters)="[^"]*"/g, "") // the fonts that pages share are whole
    .replace(packed, (whole, name: string, attributes: string, payload: string) => {
      // A teacher's stay in the page, with the solutions: the folder that pages share is given to students.
      if (/^(?:notebook|figures)$/.test(name) && isTeachers(page)) return whole;
      return besidePage(beside, { name, attributes, payload });
    })
    .replace(/<script>([\s\S]{2000,}?)<\/script>/g, (_, script: string) => {
      const file = beside.add("page", "js", `${script}\n`);
      return `<script src="${file}"></script>`;
    })
    .replace(face, (_, family: string, rest: string, base64: string) => {
      const weight = /font-weight:(\d+)/.exec(rest)?.[1] ?? "";
      const style = /font-style:italic/.test(rest) ? "i" : "";
      const name = `${family.replace(/\W+/g, "-")}${weight}${style}`;
      const file = beside.add(name, "woff2", Buffer.from(base64, "base64"));
      return `@font-face{font-family:"${family}";${rest}src:url(${file})`;
    })
    .replace(
      /(http-equiv="Content-Security-Policy" content=")([^"]*)/,
      (_, head: string, policy) => head + widened(String(policy)),
    );
  const text = Object.entries(sheets).reduce((rest, [name, group]) => {
    const own = group.filter((sheet) => rest.includes(sheet));
    if (own.length === 0) return rest;
    const link = `<link rel="stylesheet" href="${beside.add(name, "css", own.join("\n"))}">`;
    // In the place of the first: what the page has before and after, of its own, keeps its rank.
    return own.reduce(
      (page, sheet, i) => page.replace(sheet, () => (i === 0 ? `</style>\n${link}\n<style>` : "")),
      rest,
    );
  }, html);
  return { html: text, assets: beside.files };
}
