import { controlKinds } from "../../page/control";
import type { UsedModule } from "../../page/explorer-markup";
import { checkOptions, oneOf } from "../../words/check-options";
import { shapeError } from "../../words/errors";
import type { Locale } from "../../words/locale";
import { checkedLater, flag, list } from "../../words/option-kinds";
import type { Figure } from "../parts/figure";
import { type Controls, type ControlValues, Explorer } from "./explorer";
import { portableSource } from "./portable-source";

/** A grip on a curve of the figure that moves a slider. */
export interface HandleOptions {
  /** The name of the slider. */
  readonly control: string;
  /** The name of the trace on which the grip lies, at x = value. */
  readonly curve: string;
  /** A slider whose value is the handle's zero: x = from + value. */
  readonly from?: string;
  /** A slider whose value is the handle's unit: x = from + scale · value. */
  readonly scale?: string;
}

/** Whether the reader's hand still moves: then a function may draw coarsely what takes long. */
export interface Hand {
  readonly coarse: boolean;
}

/** Options of `explore`. */
export interface ExploreOptions<Library = never, V = never, Name extends string = string> {
  readonly locale?: Locale;
  /** Grips on the curves themselves. */
  readonly handles?: readonly HandleOptions[];
  /** What the reader may try: words, and whether the values reach it. */
  readonly goals?: Readonly<Record<string, (klab: Library, values: V) => boolean>>;
  /** Whether axes stay as they are over the controls' ranges; true by default. */
  readonly fixedAxes?: boolean;
  /** Modules beside the library that the functions get as its members: "learn" is `klab.learn`, all of klab/learn. */
  readonly use?: readonly Name[];
}

/** `explore` of a library: it hands the library to the function, which therefore need not close over it. */
export type Explore<Library, Modules extends object = object> = <
  C extends Controls,
  Name extends keyof Modules & string = never,
>(
  draw: (klab: Library & Pick<Modules, Name>, values: ControlValues<C>, hand: Hand) => Figure,
  controls: C,
  options?: ExploreOptions<Library & Pick<Modules, Name>, ControlValues<C>, Name>,
) => Explorer;

/** Modules beside a library, each loaded when an explorer first uses it. */
export type LazyModules<Modules extends object> = {
  readonly [Name in keyof Modules]: () => Modules[Name];
};

/** Makes `explore` for a library that is complete only after this call. */
export function exploreWith<Library, Modules extends object = object>(
  library: () => Library,
  modules: LazyModules<Modules>,
): Explore<Library, Modules> {
  return (draw, controls, options = {}) => {
    checkOptions("explore", options, {
      locale: checkedLater,
      handles: checkedLater,
      goals: checkedLater,
      fixedAxes: flag,
      use: list(oneOf(...Object.keys(modules))),
    });
    const use = [...new Set(options.use)];
    const inLibrary = (name: string): boolean => name in (library() as object);
    const source = portableSource("explore", draw, inLibrary);
    checkControls(controls);
    checkHandles(controls, options.handles);
    const goals = Object.entries(options.goals ?? {}).map(([text, goal]) => ({
      text,
      source: portableSource("explore", goal, inLibrary),
    }));
    const used = Object.fromEntries(use.map((name) => [name, modules[name]()]));
    const klab = (use.length > 0 ? { ...library(), ...used } : library()) as Parameters<
      typeof draw
    >[0];
    return new Explorer({
      controls,
      source,
      locale: options.locale ?? "zh-CN",
      ...(options.handles ? { handles: options.handles } : {}),
      ...(goals.length > 0 ? { goals } : {}),
      ...(draw.length > 2 ? { coarse: true } : {}),
      ...(use.length > 0 ? { use: use as readonly string[] as readonly UsedModule[] } : {}),
      draw: (values, hand) => draw(klab, values as ControlValues<typeof controls>, hand),
      hasFixedAxes: options.fixedAxes ?? true,
    });
  };
}

function checkHandles(controls: Controls, handles: unknown): void {
  if (handles === undefined) return;
  const isSlider = (name: unknown): boolean =>
    typeof name === "string" && Object.hasOwn(controls, name) && controls[name].kind === "slider";
  const isHandle = (handle: Partial<HandleOptions> | undefined): boolean =>
    isSlider(handle?.control) &&
    typeof handle?.curve === "string" &&
    [handle.from, handle.scale].every((name) => name === undefined || isSlider(name));
  if (Array.isArray(handles) && handles.every(isHandle)) return;
  throw shapeError(
    "explore",
    'handles 应为 { control, curve, from?, scale? } 的数组，control 等是滑块的名字，例如 [{ control: "mu", curve: "q(x)" }]',
    'handles must be a list of { control, curve, from?, scale? } that name sliders, for example [{ control: "mu", curve: "q(x)" }]',
  );
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
