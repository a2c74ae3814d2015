import { fromBase110 } from "../words/base110";

declare global {
  interface Window {
    /** What files beside the page hold, by name: each puts its own. */
    klabAssets?: Record<string, string>;
  }
}

/** The text of a file beside the page, which hands it over when it is run. */
function fetchAsset(name: string, address: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = () => resolve(window.klabAssets?.[name] ?? "");
    script.onerror = () => reject(new Error(`${address}: 没有这个文件 / no such file`));
    document.head.append(script);
  });
}

async function packedText(id: string): Promise<string> {
  const element = document.getElementById(id);
  const address = element?.dataset.asset;
  if (address !== undefined && /^(?:teacher-)?assets\/[\w.-]+$/.test(address))
    return fetchAsset(id.replace(/-packed$/, ""), address);
  return element?.textContent ?? "";
}

/** The text that was packed: gzip in base110. */
export async function unpackText(packed: string): Promise<string> {
  const stream = new Blob([fromBase110(packed)]).stream();
  return new Response(stream.pipeThrough(new DecompressionStream("gzip"))).text();
}

/** The text that a script element of the page holds as gzip in base110, or the file that it names. */
export async function unpack(id: string): Promise<string> {
  return unpackText(await packedText(id));
}
