/**
 * What the page may do: run the scripts it was made with and nothing else, reach nothing outside itself.
 *
 * Scripts are allowed by hash, plotly.js too: it is put into the page as text, which needs neither `unsafe-eval` nor
 * `blob:`. Style attributes are KaTeX's and Plotly's.
 */
export function contentSecurityPolicy(
  scripts: readonly string[],
  { workers, live }: { readonly workers: boolean; readonly live: boolean },
): string {
  // A cell is a script that the Worker makes a blob of: of markup no blob can be made.
  const cells = live ? " blob: 'wasm-unsafe-eval'" : "";
  return [
    "default-src 'none'",
    `script-src ${scripts.map((hash) => `'${hash}'`).join(" ")}${cells}`,
    "style-src 'unsafe-inline'",
    "img-src data: blob:",
    "font-src data:",
    "connect-src 'none'",
    "form-action 'none'",
    "frame-src 'none'",
    // Functions of explorers run in a Worker made of a blob, which inherits this policy.
    ...(workers ? ["worker-src blob:"] : []),
    "object-src 'none'",
    "base-uri 'none'",
  ].join("; ");
}
