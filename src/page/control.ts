/** A number chosen by dragging or by arrow keys. */
export interface SliderControl {
  readonly kind: "slider";
  readonly low: number;
  readonly high: number;
  readonly value: number;
  readonly step: number;
  readonly label?: string;
  /** Said and shown after the value. */
  readonly unit?: string;
}

/** One of several texts. */
export interface SelectControl<T extends string = string> {
  readonly kind: "select";
  readonly choices: readonly T[];
  readonly value: T;
  readonly label?: string;
}

/** Yes or no. */
export interface ToggleControl {
  readonly kind: "toggle";
  readonly value: boolean;
  readonly label?: string;
}

/** A number that is typed. */
export interface NumberControl {
  readonly kind: "number";
  readonly low: number;
  readonly high: number;
  readonly value: number;
  readonly step: number;
  readonly label?: string;
  /** Said and shown after the value. */
  readonly unit?: string;
}

/** What a reader moves; made by `slider`, `select`, `toggle` or `number`. */
export type Control = SliderControl | SelectControl | ToggleControl | NumberControl;

/** What controls say together, by their names. */
export type Values = Readonly<Record<string, number | string | boolean>>;

/** The kinds of controls that there are. */
export const controlKinds: readonly Control["kind"][] = ["slider", "select", "toggle", "number"];
