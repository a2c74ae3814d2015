import { runExplorerFrameScript } from "./scripts/run-explorer-frame-script";

/** The frame's document: nothing may be fetched, embedded, submitted; scripts inline and Workers of blobs only. */
export const frameDocument: string = `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline'; worker-src blob:; connect-src 'none'; form-action 'none'; base-uri 'none'"><title>klab</title><script>${runExplorerFrameScript}</script>`;
