import { isRecord } from "../../words/is-record";
import { type Json, mapNumbers, mapText } from "./map-json";
import { titleOf } from "./title";
import { type ReaderUnit, scaledNumbers, unitIn } from "./unit-texts";

interface Scale {
  readonly from: ReaderUnit;
  readonly to: ReaderUnit;
  readonly factor: number;
  readonly text: (text: string) => string;
}

/** What of a trace changes where its bar of colours is in the unit. */
export function coloursInUnit(trace: Json, { from, to, factor, text }: Scale): Json {
  const { colorbar } = trace;
  if (!isRecord(colorbar) || unitIn(titleOf(colorbar)) !== from) return {};
  const title = {
    ...(isRecord(colorbar.title) ? colorbar.title : {}),
    text: text(titleOf(colorbar)),
  };
  // Ticks that are words change, and do not move what they stand at.
  if (Array.isArray(colorbar.ticktext)) {
    const ticktext = mapText(colorbar.ticktext, (one) => scaledNumbers(one, from, to));
    return { colorbar: { ...colorbar, title, ticktext } };
  }
  const scaled = (holder: Json, keys: readonly string[]): Json =>
    Object.fromEntries(
      keys
        .filter((key) => key in holder)
        .map((key) => [key, mapNumbers(holder[key], (value) => value * factor)]),
    );
  const { dtick: _, ...bar } = colorbar;
  const { contours } = trace;
  return {
    ...scaled(trace, ["z", "zmin", "zmid", "zmax"]),
    ...(isRecord(contours)
      ? { contours: { ...contours, ...scaled(contours, ["start", "end", "size", "value"]) } }
      : {}),
    colorbar: { ...bar, title, ...scaled(colorbar, ["tickvals", "tick0"]) },
  };
}
