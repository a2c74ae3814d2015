/** A module that cells may import: the global that its script defines, and the page's element that holds the script. */
export interface LiveModule {
  readonly global: string;
  readonly script: string;
}

/** Whether a cell may give an explorer what learns: `explore(f, controls, { use: ["learn"] })`. */
export const mayUseLearning = (source: string): boolean =>
  /\buse\b/.test(source) && /["'`]learn["'`]/.test(source);

/** What cells of a page may import. A module whose script is not loaded yet is asked for when a cell wants it. */
export const liveModules: Readonly<Record<string, LiveModule>> = {
  klab: { global: "klab", script: "klab-packed" },
  "klab/derivation": { global: "klabDerivation", script: "klab-packed" },
  "klab/learn": { global: "klabLearn", script: "klab-learn-packed" },
};
