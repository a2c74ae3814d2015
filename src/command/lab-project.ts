import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

/** The folder JupyterLab shows, and what in it matters to a kernel. */
export interface LabProject {
  readonly root: string;
  /** Lab's first page: the course where there is one. */
  readonly page: "/lab/tree/notebooks" | "/lab";
  /** False where a cell would not know `console` or `require`: tslab looks for Node's types from the notebook up. */
  readonly hasNodeTypes: boolean;
}

/**
 * The project `cwd` is in: the nearest folder whose node_modules holds klab or plotly.js-dist, else `cwd`.
 *
 * A workspace such as notebooks/ has no node_modules of its own, so that its project is found too; and figures
 * load plotly.js-dist from this folder's node_modules.
 */
export function labProject(cwd: string): LabProject {
  const start = resolve(cwd);
  const isProject = (folder: string): boolean =>
    ["klab", "plotly.js-dist"].some((name) => existsSync(join(folder, "node_modules", name)));
  const root = ancestors(start).find(isProject) ?? start;
  const hasNodeTypes = ancestors(root).some((folder) =>
    existsSync(join(folder, "node_modules/@types/node")),
  );
  const page = existsSync(join(root, "notebooks")) ? "/lab/tree/notebooks" : "/lab";
  return { root, page, hasNodeTypes };
}

/** `folder` and the folders around it, from the inside out. */
function ancestors(folder: string): string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...ancestors(parent)];
}
