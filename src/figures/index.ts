export { type DensityPairOptions, densityPair } from "./density-pair";
export { type PmfPairOptions, pmfPair } from "./pmf-pair";
