import { figuresId, toolsId } from "../page/live/live-ids";
import { offerExplorersScript } from "../page/scripts/offer-explorers-script";
import { offerFiguresScript } from "../page/scripts/offer-figures-script";
import { offerLiveCellsScript } from "../page/scripts/offer-live-cells-script";
import { offerReaderChoiceScript } from "../page/scripts/offer-reader-choice-script";
import { runExplorerFrameScript } from "../page/scripts/run-explorer-frame-script";
import { runHandoutPageScript } from "../page/scripts/run-handout-page-script";
import { runLiveFrameScript } from "../page/scripts/run-live-frame-script";
import type { Edition } from "./edition";
import type { LibraryPart } from "./embedded-library";
import type { PagePlotly } from "./embedded-plotly";
import { type EmbeddedScript, embedScript, scriptHash } from "./embedded-script";
import { hanCharacters } from "./han-font";
import { livePayloads } from "./live/live-payloads";

/** What a page has scripts for. */
export interface PageScriptsOptions {
  readonly edition: Edition;
  /** Where the page has figures to bring to life. */
  readonly plotly: PagePlotly | undefined;
  /** The JSON of figures that is long. */
  readonly figures: readonly string[];
  /** Whether a figure has controls, or a cell may put one out. */
  readonly explores: boolean;
  /** Whether cells run in the page. */
  readonly live: boolean;
  readonly library: EmbeddedScript | undefined;
  /** Which part of the library it is. */
  readonly part: LibraryPart | undefined;
  /** Where cells that run, or explorers, learn. */
  readonly learning: EmbeddedScript | undefined;
}

export interface PageScripts {
  /** At the end of the body. */
  readonly html: string;
  /** By which the page's policy allows them. */
  readonly hashes: readonly string[];
}

const packed = (id: string, { payload }: EmbeddedScript, attributes = ""): string =>
  `<script type="text/plain" id="${id}"${attributes}>${payload}</script>\n`;

/** Of what a cell that is run may say: its words are packed, and the page's font is cut to what stands in the page. */
const charactersOf = ({ characters }: EmbeddedScript): string =>
  characters ? ` data-characters="${characters}"` : "";

function plotlyHtml({ script, types }: PagePlotly): string {
  const known = types ? ` data-types="${types.join(" ")}"` : "";
  return packed("plotly-packed", script, known);
}

/** The scripts of a page: all but the one that begins are compressed, and run when they are wanted. */
export function pageScripts(options: PageScriptsOptions): PageScripts {
  const { edition, plotly, figures, explores, live, library, part, learning } = options;
  const offers = [
    ...(plotly || live ? [offerReaderChoiceScript, offerFiguresScript] : []),
    ...(explores ? [offerExplorersScript] : []),
    ...(live ? [offerLiveCellsScript] : []),
  ];
  const tools = offers.length > 0 ? embedScript(offers.join("\n")) : undefined;
  const html = [
    // A line for each: JSON has no line ends.
    figures.length > 0 ? packed(figuresId, embedScript(figures.join("\n"))) : "",
    plotly ? plotlyHtml(plotly) : "",
    library && (explores || live)
      ? packed(
          "klab-packed",
          library,
          `${part ? ` data-part="${part}"` : ""}${live ? charactersOf(library) : ""}`,
        )
      : "",
    learning ? packed("klab-learn-packed", learning, live ? charactersOf(learning) : "") : "",
    // The page's font is cut to the characters that stand in it: of the tools' words they would not.
    tools ? packed(toolsId, tools, ` data-characters="${hanCharacters(offers.join(""))}"`) : "",
    live ? livePayloads(edition) : "",
    `<script>${runHandoutPageScript}</script>`,
  ].join("");
  const hashes = [
    scriptHash(runHandoutPageScript),
    ...(plotly ? [plotly.script.hash] : []),
    ...(tools ? [tools.hash] : []),
    // Frames inherit the policy.
    ...(explores ? [scriptHash(runExplorerFrameScript)] : []),
    ...(live ? [scriptHash(runLiveFrameScript)] : []),
  ];
  return { html, hashes };
}
