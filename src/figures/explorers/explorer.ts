import { figureHtml } from "../../display/figure-html";
import { type MimeBundle, mimeBundle, plotlyMime } from "../../display/mime";
import { SelfShowing } from "../../display/self-showing";
import { type ExplorerSpec, storedSpec, withSpec } from "../../page/explorer-markup";
import { shapeError } from "../../words/errors";
import type { Locale } from "../../words/locale";
import { type DataTable, Figure } from "../parts/figure";
import { plainText } from "../parts/figure-options";
import type { Control } from "./controls";
import { positionsOf, updateSlider } from "./explorer-steps";
import { cornersOf, type FixedAxes, fixedAxes } from "./fixed-axes";

/** Controls by the name under which the function of an explorer reads their values. */
export type Controls = Readonly<Record<string, Control>>;

/** The values of controls: numbers of sliders and numbers, texts of selects, booleans of toggles. */
export type ControlValues<C extends Controls> = {
  readonly [Name in keyof C]: C[Name] extends { readonly choices: readonly (infer T)[] }
    ? T
    : C[Name] extends { readonly kind: "toggle" }
      ? boolean
      : number;
};

/** What an explorer is made of. */
export interface ExplorerParts extends ExplorerSpec {
  readonly controls: Controls;
  readonly draw: (
    values: Readonly<Record<string, number | string | boolean>>,
    hand: { readonly coarse: boolean },
  ) => Figure;
  /** Whether axes are to stay as they are over the controls' ranges; they follow the figure where this is left out. */
  readonly hasFixedAxes?: boolean;
}

/**
 * A figure with controls as a value: the picture at the controls' first values, and what it takes to draw others.
 *
 * Made by `explore`. Where its scripts run, controls recompute the figure in the page; elsewhere it is a figure.
 */
export class Explorer extends SelfShowing {
  readonly controls: Controls;
  readonly source: string;
  /** The figure at the first values. */
  readonly figure: Figure;
  readonly locale: Locale;
  readonly #draw: ExplorerParts["draw"];
  readonly #spec: ExplorerSpec;
  readonly #hasFixedAxes: boolean;

  constructor({ draw, hasFixedAxes = false, controls, ...spec }: ExplorerParts) {
    super();
    this.controls = controls;
    this.source = spec.source;
    this.locale = spec.locale;
    this.#spec = { controls, ...spec };
    this.#draw = draw;
    this.#hasFixedAxes = hasFixedAxes;
    this.figure = this.at({});
  }

  /** The figure at other values; controls not named keep their first. */
  at(values: Readonly<Record<string, number | string | boolean>>): Figure {
    const first = Object.entries(this.controls).map(([name, { value }]) => [name, value]);
    return this.#checked({ ...Object.fromEntries(first), ...values }, false);
  }

  #checked(values: Readonly<Record<string, number | string | boolean>>, coarse: boolean): Figure {
    const figure = this.#draw(values, { coarse });
    if (Array.isArray(figure?.data) && typeof figure.layout === "object" && figure[mimeBundle]) {
      return figure;
    }
    throw shapeError(
      "explore",
      "函数应返回 Figure，例如 klab.figures.pmfPair(…)",
      "the function must return a Figure, for example klab.figures.pmfPair(…)",
    );
  }

  /** What the picture says in one line: the figure's own readout, else its title. */
  get readout(): string {
    const { readout, layout } = this.figure;
    return readout?.text ?? plainText((layout.title?.text ?? "").replace("<sub>KL</sub>", ""));
  }

  get alt(): string {
    return this.figure.alt;
  }

  get table(): DataTable {
    return this.figure.table;
  }

  override get caption(): string {
    return this.figure.caption;
  }

  /** Names the controls and no value: what is printed cannot follow them. */
  protected override get printed(): string {
    const names = Object.entries(this.controls).map(([name, { label }]) => label ?? name);
    return this.locale === "en"
      ? `Figure with controls: ${names.join(", ")}`
      : `图，可调：${names.join("、")}`;
  }

  /** Ranges that hold the figures at the controls' ends; where the function refuses one, of the others. */
  #axes(): FixedAxes {
    if (!this.#hasFixedAxes) return {};
    const first = Object.fromEntries(
      Object.entries(this.controls).map(([name, { value }]) => [name, value]),
    );
    const figures = cornersOf(this.controls).flatMap((values) => {
      try {
        return [this.#checked({ ...first, ...values }, true)];
      } catch {
        return [];
      }
    });
    return fixedAxes([this.figure, ...figures]);
  }

  /** Plotly's own slider over one control, for viewers that do not run our scripts. */
  #slider(axes: FixedAxes): object | undefined {
    const entries = Object.entries(this.controls);
    const [name, control] =
      entries.find(([, { kind }]) => kind === "slider") ??
      entries.find(([, { kind }]) => kind !== "number") ??
      [];
    if (name === undefined || control === undefined) return undefined;
    const values = positionsOf(control);
    return updateSlider({
      label: control.label ?? name,
      active: values.indexOf(control.value),
      positions: values.map((value) => ({
        text: String(value).replace("-", "−"),
        figure: withAxes(this.at({ [name]: value }), axes),
      })),
    });
  }

  override [mimeBundle](): MimeBundle {
    const { caption, alt, table, figure } = this;
    const axes = this.#axes();
    const plotly = withAxes(figure, axes)[mimeBundle]()[plotlyMime] as { readonly layout: object };
    const explorer = storedSpec({
      ...this.#spec,
      ...(Object.keys(axes).length > 0 ? { axes } : {}),
    });
    const slider = this.#slider(axes);
    const sliders = slider ? { sliders: [slider] } : {};
    const layout = { ...plotly.layout, ...sliders, meta: { alt, table } };
    return {
      [plotlyMime]: withSpec({ ...plotly, layout }, explorer),
      "text/html": figureHtml({ caption, alt, table, plotly: { ...plotly, explorer } }),
      "text/plain": `${caption}\n${alt}`,
    };
  }
}

/** The figure with its axes where they stay. */
function withAxes(figure: Figure, axes: FixedAxes): Figure {
  const { data, layout, frames, readout, alt, table } = figure;
  const fixed = Object.entries(axes).map(([key, range]) => [
    key,
    { ...(layout[key] as object), range },
  ]);
  return new Figure({
    data,
    layout: { ...layout, ...Object.fromEntries(fixed) },
    ...(frames ? { frames } : {}),
    ...(readout ? { readout } : {}),
    alt,
    table,
  });
}
