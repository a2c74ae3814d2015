import { colors } from "./style";

/** Play, pause and a slider under a figure with frames; the last frame is what stands still. */
export function frameControls(
  names: readonly string[],
  words: { readonly play: string; readonly pause: string; readonly step: string },
): object {
  const now = { mode: "immediate", transition: { duration: 0 } };
  const font = { color: colors.text };
  return {
    updatemenus: [
      {
        type: "buttons",
        direction: "left",
        showactive: false,
        x: 0,
        xanchor: "left",
        y: -0.2,
        yanchor: "top",
        pad: { t: 8, r: 8 },
        font,
        bgcolor: colors.paper,
        bordercolor: colors.zero,
        buttons: [
          {
            label: words.play,
            method: "animate",
            args: [null, { ...now, fromcurrent: false, frame: { duration: 160, redraw: false } }],
          },
          { label: words.pause, method: "animate", args: [[null], now] },
        ],
      },
    ],
    sliders: [
      {
        active: names.length - 1,
        // Below the buttons, whose width does not shrink with the figure's.
        x: 0,
        len: 1,
        y: -0.2,
        yanchor: "top",
        pad: { t: 44 },
        font,
        currentvalue: { prefix: `${words.step} `, font },
        ticklen: 4,
        bgcolor: colors.grid,
        bordercolor: colors.zero,
        steps: names.map((name) => ({
          label: name,
          method: "animate",
          args: [[name], { ...now, frame: { duration: 0, redraw: false } }],
        })),
      },
    ],
  };
}
