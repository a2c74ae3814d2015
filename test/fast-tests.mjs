// What is known of how long tests take: which npm run ok leaves to npm test, and which npm test begins with.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "./steps.mjs";

/** What a test says, itself or in a helper beside it, that opens a kernel, a browser or another process. */
const machinery =
  /openBrowser|openFigureRenderer|playwright|node:child_process|kernel\/(?:run-files|run-notebook|kernel)"/;

/** Tests that compute for more than a second or so on one core of the machine on which klab is made. */
const long = {
  "test/derivations/checking/claims.test.ts": 15,
  "test/derivations/checking/claims-of-joints.test.ts": 10,
  "test/divergences/forms/closed-forms.test.ts": 18,
  "test/derivations/errata/errata.test.ts": 13,
  "test/estimators/estimate-from-counts.test.ts": 17,
  "test/divergences/wasserstein.test.ts": 12,
  "test/derivations/chains/chains.test.ts": 10,
  "test/divergences/entropy-of-counts.test.ts": 4,
  "test/distributions/far-arguments.test.ts": 3,
  "test/divergences/lines/every-pair.test.ts": 12,
  "test/derivations/checking/budget.test.ts": 6,
  "test/handout/write-handouts.test.ts": 5,
  "test/handout/foreign-notebooks.test.ts": 5,
  "test/estimators/estimate-kl.test.ts": 4,
  "test/estimators/search-pairs.test.ts": 3,
  "test/estimators/awkward-samples.test.ts": 3,
  "test/derivations/check.test.ts": 3,
  "test/distributions/draws.test.ts": 3,
  "test/derivations/exercises/derivation-exercise.test.ts": 3,
  "test/derivations/language/refused-text.test.ts": 3,
  "test/estimators/kth-distances.test.ts": 3,
  "test/divergences/renyi-infinity.test.ts": 2,
  "test/derivations/worlds/worlds-for.test.ts": 2,
  "test/derivations/derivation-in-cell.test.ts": 2,
  "test/handout/is-foreign.test.ts": 2,
  "test/garbage.test.ts": 2,
  "test/derivations/evaluate/integrals.test.ts": 2,
  "test/handout/made-once.test.ts": 2,
  "test/divergences/lines/integrated-measures.test.ts": 2,
  "test/derivations/reading/derivation-of-tex.test.ts": 2,
  "test/derivations/worlds/identify.test.ts": 1,
  "test/math/simd/simd-kernel.test.ts": 3,
  "test/examples.test.ts": 2,
  "test/learning/autodiff/grad.test.ts": 2,
  "test/learning/models/train-vae.test.ts": 2,
  "test/learning/models/gan.test.ts": 4,
  "test/learning/models/focal.test.ts": 3,
  "test/learning/fits/fits.test.ts": 3,
  "test/learning/odd-arguments.test.ts": 3,
  "test/learning/bayes/variational-mixture.test.ts": 3,
  "test/learning/bayes/train-posterior.test.ts": 3,
  "test/learning/language/policies.test.ts": 2,
  "test/learning/operations/derivatives.test.ts": 3,
  "test/learning/operations/kl-divergences.test.ts": 2,
  "test/divergences/vectors/near-equal.test.ts": 6,
  "test/divergences/lines/nearly-equal-distributions.test.ts": 9,
  "test/derivations/reading/printed-formulas.test.ts": 9,
  "test/estimators/share-out-of-reach.test.ts": 4,
};

/** Tests that open a kernel or a browser for ten seconds and more. */
const longMachinery = {
  "test/notebooks/notebooks.test.ts": 160,
  "test/handout/live/lessons.test.ts": 60,
  "test/page/hostile-explorer.test.ts": 45,
  "test/kernel/run-failures.test.ts": 40,
  "test/handout/drawn-figures.test.ts": 40,
  "test/handout/live/live-cells.test.ts": 30,
  "test/handout/explorers.test.ts": 25,
  "test/kernel/run-leftovers.test.ts": 25,
  "test/kernel/run-passes.test.ts": 20,
  "test/handout/explorer-by-hand.test.ts": 18,
  "test/kernel/run-machine.test.ts": 16,
  "test/handout/in-browser.test.ts": 15,
  "test/kernel/kernel.test.ts": 14,
  "test/kernel/first-cell.test.ts": 13,
  "test/handout/live/exercise-fields.test.ts": 12,
  "test/kernel/run-options.test.ts": 12,
  "test/handout/live/hostile-cells.test.ts": 11,
  "test/kernel/run-edited.test.ts": 10,
  "test/handout/live/shared-lessons.test.ts": 20,
  "test/handout/live/states-axe.test.ts": 10,
  "test/kernel/run-trainings.test.ts": 10,
};

/** The text of a test and of the helpers in test/ that it imports. */
function reach(file, seen = new Set()) {
  if (seen.has(file) || !existsSync(join(root, file))) return "";
  seen.add(file);
  const text = readFileSync(join(root, file), "utf8");
  const helpers = [...text.matchAll(/from "(\.[^"]+)"/g)]
    .map(([, target]) => join(dirname(file), target).replace(/\\/g, "/"))
    .filter((target) => target.startsWith("test/"))
    .map((target) => (/\.m?ts$/.test(target) ? target : `${target}.ts`));
  return [text, ...helpers.map((helper) => reach(helper, seen))].join("\n");
}

/** Every test there is, by its path from the root. */
function allTests() {
  const files = readdirSync(join(root, "test"), { recursive: true, encoding: "utf8" })
    .map((name) => `test/${name.replace(/\\/g, "/")}`)
    .filter((name) => name.endsWith(".test.ts"))
    .sort();
  const gone = Object.keys({ ...long, ...longMachinery }).filter((name) => !files.includes(name));
  if (gone.length) throw new Error(`test/fast-tests.mjs names what is no test: ${gone.join(", ")}`);
  return files;
}

/** Every test that `npm run ok` leaves out: its file, and the reason. */
export function slowTests() {
  return allTests().flatMap((file) => {
    if (machinery.test(reach(file))) return [{ file, why: "a kernel, a browser or a process" }];
    return file in long ? [{ file, why: `about ${long[file]} s` }] : [];
  });
}

/** Tests that get a worker of their own: what they open ends with it, and what they replace is theirs alone. */
export function testsApart() {
  return allTests().filter((file) => {
    const text = reach(file);
    return machinery.test(text) || /vi\.mock\(/.test(text);
  });
}

/** About how many seconds a test takes, where that is more than one. */
export const secondsOf = (file) => longMachinery[file] ?? long[file] ?? 1;
