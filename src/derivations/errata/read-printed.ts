import { readTex } from "../reading/read-tex";
import { textsOf } from "../reading/reading-note";
import { chainChecks } from "../worlds/chain-checks";
import type { PrintedChain } from "./erratum";

/** Reads a formula of the article into a chain that can be checked, as `derivation({ tex })` does. */
export function readPrinted(id: string, article: string): PrintedChain {
  const { chains, notes } = readTex(article);
  const checks = chainChecks(chains);
  const found = checks.find(({ hasClaim }) => hasClaim) ?? checks[0];
  return {
    chain: { id: `${id.toLowerCase()}-printed`, steps: found.steps, worlds: found.worlds },
    notes: [...textsOf(notes), ...found.notes],
  };
}
