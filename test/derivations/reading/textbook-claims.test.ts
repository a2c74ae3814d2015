import { expect, test } from "vitest";
import { check, derivation, readTex } from "../../../src/derivations";
import { chainChecks } from "../../../src/derivations/worlds/chain-checks";
import { textbookClaims } from "./textbook-claims";

test.each(textbookClaims)("%s: %s", { timeout: 30_000 }, (holds, tex) => {
  const { chains, unread } = readTex(tex);
  expect(unread).toEqual([]);
  const claims = chainChecks(chains).filter(({ hasClaim }) => hasClaim);
  expect(claims.length).toBeGreaterThan(0);
  const verdicts = claims.flatMap(({ steps, worlds, reason }) => {
    expect(reason).toBeUndefined();
    expect(worlds.length).toBeGreaterThan(2);
    return check(derivation({ id: "textbook", steps, worlds })).steps;
  });
  expect(verdicts.some(({ undecided }) => undecided)).toBe(false);
  expect(verdicts.every(({ ok }) => ok)).toBe(holds);
});
