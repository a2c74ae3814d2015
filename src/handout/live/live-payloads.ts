import { editsId, notebookId } from "../../page/live/live-ids";
import { offerLiveCellsScript } from "../../page/scripts/offer-live-cells-script";
import { runLiveFrameScript } from "../../page/scripts/run-live-frame-script";
import type { Edition } from "../edition";
import { type EmbeddedScript, embedScript } from "../embedded-plotly";
import { downloadableNotebook } from "./downloadable-notebook";

/** The scripts of a live page that its policy has to allow. */
export const liveScripts: readonly string[] = [offerLiveCellsScript, runLiveFrameScript];

const packed = (id: string, { payload }: EmbeddedScript): string =>
  `<script type="text/plain" id="${id}">${payload}</script>\n`;

/** What a live page carries besides the library: the notebook, room for a reader's edits, and the script. */
export function livePayloads({ notebook }: Edition): string {
  return [
    packed(notebookId, embedScript(downloadableNotebook(notebook))),
    `<script type="application/json" id="${editsId}">{}</script>\n`,
    `<script>${offerLiveCellsScript}</script>\n`,
  ].join("");
}
