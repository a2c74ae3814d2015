// The one door: everything `import … from "klab"` can reach, in the order of the folders.
export { seeded, type Prng } from "./math/random";
export { show } from "./notebook/show";
export { progress, type Progress, type ProgressOptions } from "./notebook/progress";
export type { DisplayAdapter, DisplayOutput } from "./notebook/adapters";
export type { Displayable, MimeBundle } from "./notebook/mime";
export type { Distribution } from "./distributions/distribution";
export { Family } from "./distributions/family";
export { bernoulli, Bernoulli } from "./distributions/bernoulli";
export { normal, Normal } from "./distributions/normal";
export { density, Density, type DensityOptions } from "./distributions/density";
export type { MeasureOptions, Pmf, UnitOptions } from "./divergences/pmf";
export { entropy } from "./divergences/entropy";
export { crossEntropy } from "./divergences/cross-entropy";
export { kl } from "./divergences/kl";
export { quadratureKl } from "./divergences/quadrature-kl";
export { closedForms, type ClosedForm } from "./divergences/closed-forms";
export { explain, type ExplainOptions } from "./divergences/explain";
export {
  Report,
  type Contribution,
  type Locale,
  type ReportParts,
  type Witness,
} from "./divergences/report";
export {
  Figure,
  type DataTable,
  type FigureParts,
  type Layout,
  type Trace,
} from "./figures/figure";
export * as figures from "./figures";
export type { DensityPairOptions, PmfPairOptions } from "./figures";
