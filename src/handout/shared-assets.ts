import { createHash } from "node:crypto";

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
  /<script type="text\/plain" id="(plotly|klab|klab-learn|tools)-packed"([^>]*)>([^<]+)<\/script>/g;

const face =
  /@font-face\{font-family:"?([\w ]+)"?;([^}]*?)src:url\(data:font\/woff2;base64,([A-Za-z0-9+/=]+)\)/g;

/** What a page with files beside it may load: from its own folder or server, and still nothing by its address alone. */
const widened = (policy: string): string =>
  policy
    .replace(/script-src /, "script-src 'self' file: ")
    .replace(/font-src data:/, "font-src data: 'self' file:");

/**
 * Takes the library, plotly.js and whole fonts out of a page, to files that the pages of a folder or a server share.
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
    .replace(packed, (_, name: string, attributes: string, payload: string) => {
      // A page from disk may run a file and may not read one: the file hands over its text.
      const file = add(
        name,
        "js",
        `(window.klabAssets??={})[${JSON.stringify(name)}]="${payload}";\n`,
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
  return { html, assets };
}
