import type { Edition } from "../edition";
import { embeddedPlotly } from "../embedded-plotly";
import { handoutPage } from "../handout-page";
import { withLicences } from "../licences-html";
import { isLive, usesDerivations, usesLearning } from "../live/live-cells";
import { fileName } from "../page-names";
import type { HandoutEntry } from "./handout-entry";
import type { Workshop } from "./workshop";

/** An edition's page, its fonts whole. */
export async function pageHtml(
  { name, asset }: HandoutEntry,
  edition: Edition,
  { tools, pictures, library, sharedFigures, locale, log }: Workshop,
  { shared }: { readonly shared: boolean },
): Promise<string> {
  const { audience, figures } = edition;
  const live = isLive(edition.notebook);
  const explores = figures.some(({ model }) => model?.explorer);
  const learns =
    figures.some(({ model }) => model?.explorer?.use) ||
    // Beside a page it weighs nothing until a cell wants it.
    (live && (shared || usesLearning(edition.notebook)));
  const part = live
    ? usesDerivations(edition.notebook)
      ? "live-derivation"
      : "live"
    : explores
      ? "klab"
      : undefined;
  const html = handoutPage(edition, {
    name,
    locale,
    asset,
    tools,
    picture: (figure) => pictures.get(figure),
    isStill: (figure) => pictures.hasFailed(figure),
    onBrokenMath: (cell, reason) =>
      log(
        `${fileName(name, audience)}: 第${cell}格有公式无法排版，按源码显示 / cell ${cell}: a formula is shown as its source: ${reason}`,
      ),
    onNote: (cell, text) => log(`${fileName(name, audience)}: 第${cell}格 / cell ${cell}: ${text}`),
    ...(figures.length > 0
      ? { plotly: await embeddedPlotly([...figures.map(({ json }) => json), ...sharedFigures]) }
      : {}),
    ...(part ? { library: await library(part), part, isLive: live } : {}),
    ...(learns ? { learning: await library("klab-learn-all") } : {}),
  });
  return withLicences(html);
}
