import { controlKinds } from "../../page/control";
import { checkOptions } from "../../words/check-options";
import { shapeError } from "../../words/errors";
import type { Locale } from "../../words/locale";
import type { Figure } from "../parts/figure";
import { type Controls, type ControlValues, Explorer } from "./explorer";
import { portableSource } from "./portable-source";

/** Options of `explore`. */
export interface ExploreOptions {
  readonly locale?: Locale;
}

/** `explore` of a library: it hands the library to the function, which therefore need not close over it. */
export type Explore<Library> = <C extends Controls>(
  draw: (klab: Library, values: ControlValues<C>) => Figure,
  controls: C,
  options?: ExploreOptions,
) => Explorer;

/** Makes `explore` for a library that is complete only after this call. */
export function exploreWith<Library>(library: () => Library): Explore<Library> {
  return (draw, controls, options = {}) => {
    checkOptions("explore", options, ["locale"]);
    const source = portableSource("explore", draw, (name) => name in (library() as object));
    checkControls(controls);
    return new Explorer({
      controls,
      source,
      draw: (values) => draw(library(), values as ControlValues<typeof controls>),
      locale: options.locale ?? "zh-CN",
    });
  };
}

function checkControls(controls: Controls): void {
  const entries = Object.entries(controls ?? {});
  const bad = entries.find(([, control]) => !controlKinds.includes(control?.kind));
  if (entries.length > 0 && !bad) return;
  throw shapeError(
    "explore",
    bad
      ? `控件 ${bad[0]} 应由 slider、select、toggle 或 number 得到`
      : "第二个参数应为控件，例如 { mu: slider(-3, 3, 0) }",
    bad
      ? `control ${bad[0]} must be made by slider, select, toggle or number`
      : "the second argument must be controls, for example { mu: slider(-3, 3, 0) }",
  );
}
