import { editsId, notebookId } from "../../page/live/live-ids";
import type { Edition } from "../edition";
import { embedScript } from "../embedded-script";
import { downloadableNotebook } from "./downloadable-notebook";

/** What a live page carries besides scripts: the notebook, and room for a reader's edits. */
export function livePayloads({ notebook }: Edition): string {
  const { payload } = embedScript(downloadableNotebook(notebook));
  return [
    `<script type="text/plain" id="${notebookId}">${payload}</script>\n`,
    `<script type="application/json" id="${editsId}">{}</script>\n`,
  ].join("");
}
