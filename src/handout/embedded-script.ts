import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { toBase110 } from "../words/base110";

/** A script that a page carries compressed and runs when it is wanted. */
export interface EmbeddedScript {
  /** gzip, as text of `toBase110`. */
  readonly payload: string;
  /** Of the script's text, as a content security policy names it: sha256-… */
  readonly hash: string;
  /** What its words are written with that a page's font is cut to. */
  readonly characters?: string;
}

/** The hash by which a content security policy allows an inline script. */
export function scriptHash(text: string): string {
  return `sha256-${createHash("sha256").update(text, "utf8").digest("base64")}`;
}

/** Compresses a script: the same bytes on every system. */
export function embedScript(text: string): EmbeddedScript {
  const zipped = gzipSync(text, { level: 9 });
  zipped[9] = 255; // the system it was compressed on: unknown
  return { payload: toBase110(zipped), hash: scriptHash(text) };
}
