import { forFrontEnd } from "./for-front-end";
import type { MimeBundle } from "./mime";

/** How an output reaches its reader. Returns false where it cannot, so that the next adapter is asked. */
export type DisplayAdapter = (output: DisplayOutput) => boolean;

/** One output of a cell, new or in the place of an earlier one. */
export interface DisplayOutput {
  readonly data: MimeBundle;
  readonly metadata?: Readonly<Record<string, unknown>>;
  /** Two outputs with the same id are one place on the page. */
  readonly displayId?: string;
  /** True to replace what the id shows already. */
  readonly update?: boolean;
}

interface Module {
  readonly exports?: { readonly lastWriteDisplayData?: unknown };
}

interface TslabGlobal {
  readonly require?: {
    (id: string): { readonly display?: { raw?(mimeType: string, content: unknown): void } };
    readonly cache?: Readonly<Record<string, Module | undefined>>;
  };
}

const tslabOf = (scope: object): TslabGlobal | undefined =>
  (scope as { readonly __tslab__?: TslabGlobal }).__tslab__;

/** The whole bundle in one message, through the running kernel's own writer (not in its public API). */
export function tslabBundleAdapter(scope: object = globalThis): DisplayAdapter {
  return ({ data, metadata = {}, displayId, update }) => {
    const cache = tslabOf(scope)?.require?.cache;
    if (!cache) return false;
    const file = Object.keys(cache).find((name) =>
      /[\\/]tslab[\\/]dist[\\/]jupyter\.js$/.test(name),
    );
    // Read at call time: the kernel replaces the writer before each cell.
    const write = file && cache[file]?.exports?.lastWriteDisplayData;
    if (typeof write !== "function") return false;
    write(
      {
        data: forFrontEnd(data, scope),
        metadata,
        transient: displayId ? { display_id: displayId } : {},
      },
      update ?? false,
    );
    return true;
  };
}

const preferred = [
  "text/html",
  "application/vnd.plotly.v1+json",
  "image/png",
  "image/svg+xml",
  "text/plain",
];

/** tslab's public display, which sends one MIME type a message. */
export function tslabPublicAdapter(scope: object = globalThis): DisplayAdapter {
  return ({ data, update }) => {
    const tslab = tslabOf(scope);
    if (!tslab?.require) return false;
    if (update) return true; // without the bundle route there is nothing to update in place
    try {
      const { display } = tslab.require("tslab");
      const mimeType = preferred.find((type) => type in data);
      if (!display?.raw || !mimeType) return false;
      display.raw(mimeType, data[mimeType]);
      return true;
    } catch {
      return false; // no cell is running
    }
  };
}

interface DenoGlobal {
  readonly Deno?: {
    readonly jupyter?: {
      broadcast?(type: string, content: object): unknown;
    };
  };
}

/** Deno's kernel: the bundle, in order, as a message of its own. */
export function denoAdapter(scope: object = globalThis): DisplayAdapter {
  return ({ data, metadata = {}, displayId, update }) => {
    let jupyter: NonNullable<DenoGlobal["Deno"]>["jupyter"];
    try {
      jupyter = (scope as DenoGlobal).Deno?.jupyter;
    } catch {
      return false; // Deno throws on access outside a notebook
    }
    if (typeof jupyter?.broadcast !== "function") return false;
    jupyter.broadcast(update ? "update_display_data" : "display_data", {
      data: forFrontEnd(data, scope),
      metadata,
      transient: displayId ? { display_id: displayId } : {},
    });
    return true;
  };
}

/** The last resort: the bundle's text, through `print`. */
export function textAdapter(print: (text: string) => void): DisplayAdapter {
  return ({ data, update }) => {
    if (!update) print(String(data["text/plain"] ?? ""));
    return true;
  };
}

/** Kernels that show pictures, best first. */
export function kernelAdapters(scope: object = globalThis): DisplayAdapter[] {
  return [tslabBundleAdapter(scope), tslabPublicAdapter(scope), denoAdapter(scope)];
}

/** Offers `output` to each adapter in turn; true when one took it. */
export function deliver(output: DisplayOutput, adapters: readonly DisplayAdapter[]): boolean {
  return adapters.some((adapter) => adapter(output));
}
