import { check, derivation, type Verdict, type World } from "../../../src/derivations";
import { type Claim, stepsOf } from "./claims";

/** The last verdict on a claim; lines that define (`f(u) := …`) stand before the chain. */
export function judge(claim: Claim, worlds?: readonly World[], seed = 0): Verdict {
  const definitions = claim.filter((line) => /^[^=≥≤≈]*\([^)]*\) := |^\w+ := /u.test(line));
  const chain = claim.filter((line) => !definitions.includes(line)) as unknown as Claim;
  const steps = [...definitions.map((expression) => ({ expression })), ...stepsOf(chain)];
  const parts = { id: "claim", steps, ...(worlds ? { worlds } : {}) };
  // Long: what is tested is the truth, on however busy a machine.
  const { steps: verdicts } = check(derivation(parts), { seed, budget: 120 });
  return verdicts[verdicts.length - 1];
}
