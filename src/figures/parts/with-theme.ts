import { recolored } from "../../page/look/recolored";
import { checkArgument } from "../../words/check-argument";
import { shapeError, valueError } from "../../words/errors";
import { Figure } from "./figure";

/** The pages that figures are drawn for. */
export type Theme = "light" | "dark";

/**
 * The figure in the colours of a light or a dark page.
 *
 * Colours stand for roles, so each is exchanged for its counterpart; nothing else changes. Back and forth gives
 * the first figure again.
 *
 * @param figure any figure of `figures`
 * @param theme "light" or "dark"
 * @throws RangeError for another theme
 *
 * @example
 * figures.withTheme(figures.pmfPair([0.5, 0.5], [0.9, 0.1]), "dark").layout.paper_bgcolor; // "#14181D"
 */
export function withTheme(figure: Figure, theme: Theme): Figure {
  if (!(Array.isArray(figure?.data) && typeof figure.layout === "object")) {
    throw shapeError(
      "withTheme",
      "figure 应为图，例如 figures.pmfPair(…)",
      "figure must be a figure, for example figures.pmfPair(…)",
    );
  }
  checkArgument("withTheme", "theme", theme, "string");
  if (!["light", "dark"].includes(theme)) {
    throw valueError(
      "withTheme",
      `theme 是 ${theme}，应为 "light" 或 "dark"`,
      `theme is ${theme}; give "light" or "dark"`,
    );
  }
  const { data, layout, frames, readout, alt, table } = figure;
  return new Figure({
    data: recolored(data, theme),
    layout: recolored(layout, theme),
    ...(frames ? { frames: recolored(frames, theme) } : {}),
    ...(readout ? { readout } : {}),
    alt,
    table,
  });
}
