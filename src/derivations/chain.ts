import type { Locale } from "../words/locale";
import type { Step } from "./step";
import type { World } from "./world";

/** What showing a derivation needs to know of it. */
export interface Chain {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly worlds: readonly World[];
  readonly steps: readonly Step[];
  readonly locale: Locale;
  readonly caption: string;
}
