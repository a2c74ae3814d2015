import { readTex } from "../reading/read-tex";
import { stepsOfChain } from "../worlds/steps-of-chain";
import type { PrintedChain } from "./erratum";

/** Reads a formula of the article into a chain that can be checked. */
export function readPrinted(id: string, article: string): PrintedChain {
  const { chains, notes } = readTex(article);
  const { steps } = stepsOfChain(chains.flat());
  return {
    chain: { id: `${id.toLowerCase()}-printed`, steps },
    notes: notes.map(({ text }) => text),
  };
}
