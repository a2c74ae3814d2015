import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { check, derivation, readTex } from "../../../src/derivations";
import { chainChecks } from "../../../src/derivations/worlds/chain-checks";
import { samenessOf } from "./same-structure";

/** A formula somebody typed, whether it can be executed, and the verdict that is due (null: reading only). */
interface GivenFormula {
  readonly id: string;
  readonly tex: string;
  readonly executable: boolean;
  readonly holds: boolean | null;
  /** The formula in klab's language, as its giver understands it. */
  readonly reading?: string;
}

const file = process.env.KLAB_GIVEN_FORMULAS;
/** Set to list the formulas that are read otherwise than the file says. */
const listsDifferences = process.env.KLAB_GIVEN_DIFFERENCES !== undefined;
const isThere = file !== undefined && existsSync(file);

interface Outcome {
  readonly read: boolean;
  readonly ran: boolean;
  /** Undefined where nothing could be told: that is due of none. */
  readonly ok: boolean | undefined;
  readonly seconds: number;
}

/** What became of one: read without a rest, run in worlds without a throw, and the verdict. */
function outcome(tex: string): Outcome {
  const began = performance.now();
  const { chains, unread } = readTex(tex);
  const read = chains.length > 0 && unread.length === 0;
  let ran = read;
  let ok: boolean | undefined = true;
  for (const { steps, worlds, hasClaim } of chainChecks(chains)) {
    if (worlds.length === 0) ran = false;
    if (worlds.length === 0 || !hasClaim) continue;
    try {
      const verdicts = check(derivation({ id: "given", steps, worlds })).steps;
      if (verdicts.some((verdict) => !verdict.ok && !verdict.undecided)) ok = false;
      else if (ok && verdicts.some(({ undecided }) => undecided)) ok = undefined;
    } catch (error) {
      if (!(error instanceof RangeError || error instanceof TypeError)) throw error;
      ran = false;
    }
  }
  return { read, ran, ok, seconds: (performance.now() - began) / 1000 };
}

test.skipIf(!isThere)(
  `given formulas are read, run and judged as due${isThere ? "" : " (set KLAB_GIVEN_FORMULAS to a file of them)"}`,
  { timeout: 900_000 },
  () => {
    const all = JSON.parse(readFileSync(file ?? "", "utf8")) as readonly GivenFormula[];
    const given = all.filter(({ executable }) => executable);
    const found = given.map((formula) => ({ formula, ...outcome(formula.tex) }));
    const ran = found.filter((one) => one.ran);
    const judged = ran.filter(({ formula }) => formula.holds !== null);
    const due = judged.filter(({ formula, ok }) => ok === formula.holds);
    const share = (part: readonly unknown[], whole: readonly unknown[]): string =>
      `${part.length} of ${whole.length} (${((100 * part.length) / whole.length).toFixed(1)} %)`;
    const told = given.filter(({ reading }) => reading !== undefined);
    const compared = told.map((formula) => ({
      formula,
      sameness: samenessOf(readTex(formula.tex).chains, formula.reading ?? ""),
    }));
    const otherwise = compared.filter(({ sameness }) => sameness === "different");
    console.log(
      [
        `read as the file has it: ${share(
          compared.filter(({ sameness }) => sameness === "same"),
          compared,
        )}, with those of which the file says more than they print: ${share(
          compared.filter(({ sameness }) => sameness !== "different"),
          compared,
        )}`,
        ...(listsDifferences
          ? otherwise.map(({ formula: { id, tex, reading } }) => {
              const own = readTex(tex).chains.flat();
              const text = own.map(({ relation = "", expression }) => `${relation} ${expression}`);
              return `${id}\n  file: ${reading}\n  read: ${text.join(" ").trim()}`;
            })
          : []),
        `read: ${share(
          found.filter(({ read }) => read),
          found,
        )}`,
        `run in worlds: ${share(ran, found)}`,
        `judged as due: ${share(due, judged)}`,
        `otherwise: ${judged
          .filter((one) => !due.includes(one))
          .map(({ formula }) => formula.id)
          .join(" ")}`,
        `not run: ${found
          .filter((one) => !one.ran)
          .map(({ formula }) => formula.id)
          .join(" ")}`,
        `slowest: ${Math.max(...found.map(({ seconds }) => seconds)).toFixed(1)} s`,
      ].join("\n"),
    );
    expect((told.length - otherwise.length) / told.length).toBeGreaterThanOrEqual(0.8);
    expect(ran.length / found.length).toBeGreaterThanOrEqual(0.7);
    expect(due.length / judged.length).toBeGreaterThanOrEqual(0.93);
  },
);
