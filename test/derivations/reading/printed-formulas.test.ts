import { describe, expect, test } from "vitest";
import { check, derivation, readTex } from "../../../src/derivations";
import { chainChecks } from "../../../src/derivations/worlds/chain-checks";
import { printedForms } from "./printed-forms";
import { printedFormulas } from "./printed-formulas";

/** What formulas came to that are read as the same: each is checked once. */
const known = new Map<string, boolean>();

/** Whether every claim of a formula holds in the worlds made for it. */
function judged(tex: string): boolean {
  const { chains, unread } = readTex(tex);
  expect(unread).toEqual([]);
  expect(chains.length).toBeGreaterThan(0);
  const key = JSON.stringify(chains.map((chain) => chain.map(({ at: _, ...link }) => link)));
  const holds = known.get(key) ?? isTrue(chains);
  known.set(key, holds);
  return holds;
}

const isTrue = (chains: Parameters<typeof chainChecks>[0]): boolean =>
  chainChecks(chains).every(({ steps, worlds, reason, hasClaim }) => {
    expect(reason).toBeUndefined();
    expect(worlds.length).toBeGreaterThan(0);
    return !hasClaim || check(derivation({ id: "t", worlds, steps })).ok;
  });

describe("formulas as notes print them are read whole, run, and judged", () => {
  test.each(printedFormulas)("%s: %s", { timeout: 30_000 }, (holds, tex) => {
    expect(judged(tex)).toBe(holds);
  });
});

describe("every dialect of TeX says the same", () => {
  test.each(printedForms)("%s", { timeout: 30_000 }, (tex) => {
    const [[first]] = readTex(tex).chains;
    expect(first.expression).toBe("KL(P ‖ Q)");
    expect(readTex(tex).notes.filter(({ text }) => text.includes("不认识"))).toEqual([]);
    expect(judged(tex)).toBe(true);
  });
});
