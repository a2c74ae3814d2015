import { hasControls } from "../page/explorer-markup";
import { type MimeBundle, plotlyMime } from "./mime";

interface Surroundings {
  readonly process?: { readonly env?: Readonly<Record<string, string | undefined>> };
}

/**
 * Whether a Jupyter server's page (JupyterLab, Notebook) started this kernel and shows what it sends.
 *
 * Jupyter's server tells a kernel its session. VS Code marks the sessions it opens there with "-jvsc-", and the
 * kernels that it starts itself inherit the entry point of its extensions' process.
 */
function isInJupyterPage(scope: object): boolean {
  try {
    const env = (scope as Surroundings).process?.env ?? {};
    const session = env.JPY_SESSION_NAME ?? "";
    const inCode =
      session.includes("-jvsc-") || env.VSCODE_ESM_ENTRYPOINT || env.VSCODE_AMD_ENTRYPOINT;
    return session !== "" && !inCode;
  } catch {
    return false; // Deno, not allowed to look
  }
}

/**
 * The bundle as the page that shows it is best served.
 *
 * Of an explorer, JupyterLab with Python's plotly would draw Plotly's JSON, where a single slider lives, and leave
 * the HTML, where all controls do. There the JSON stays away; what reads the notebook later finds it in the HTML.
 */
export function forFrontEnd(data: MimeBundle, scope: object = globalThis): MimeBundle {
  if (!("text/html" in data) || !hasControls(data[plotlyMime]) || !isInJupyterPage(scope)) {
    return data;
  }
  const { [plotlyMime]: _, ...rest } = data;
  return rest;
}
