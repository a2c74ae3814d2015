import { describe, expect, test } from "vitest";
import { normal } from "../../../src";
import { check, derivation, joint, type Step, type World } from "../../../src/derivations";

const world: World = {
  name: "w",
  scope: {
    P: normal(0, 1),
    Q: normal(0.7, 1),
    p: joint({ z: normal(0, 1), x: (z: number) => normal(Math.tanh(2 * z) + z * z, 0.5) }),
  },
};
const seconds = (steps: Step[], budget: number): { time: number; note: string; ok: boolean } => {
  const chain = derivation({ id: "d", worlds: [world], steps });
  const start = Date.now();
  const { ok, steps: verdicts } = check(chain, { budget });
  return { ok, time: (Date.now() - start) / 1000, note: verdicts[verdicts.length - 1].note };
};

describe("a check keeps to its time", () => {
  test.each([
    "E(x ~ P, E(y ~ Q, E(z ~ P, E(w ~ Q, abs(x - y)*abs(z - w)))))",
    "∑(i=1, 10^7, ∑(j=1, 10^7, i*j))",
    "∏(i=1, 10^7, ∑(j=1, 10^7, i/j))",
    "∫(x, 0, 1, ∫(y, 0, 1, ∫(z, 0, 1, ∑(k=1, 10^6, abs(x - y*z)^k))))",
  ])("%s", (expression) => {
    const { ok, time, note } = seconds([{ expression }, { relation: "≥", expression: "-1" }], 1);
    expect(ok).toBe(false);
    expect(time).toBeLessThan(3);
    expect(note).toContain("限1秒");
  });

  test("what is long does not keep the other steps from being tried", () => {
    const chain = derivation({
      id: "d",
      worlds: [world],
      steps: [
        { expression: "∑(i=1, 10^7, ∑(j=1, 10^7, i*j))" },
        { relation: "≥", expression: "0" },
        { relation: "≤", expression: "KL(P ‖ Q)" },
        { relation: "=", expression: "KL(Q ‖ P)" },
      ],
    });
    const { steps } = check(chain, { budget: 2 });
    expect(steps.map(({ ok }) => ok)).toEqual([false, true, true]);
  });

  test("a signal calls it off", () => {
    const chain = derivation({
      id: "d",
      worlds: [world],
      steps: [{ expression: "∑(i=1, 10^7, ∑(j=1, 10^7, i*j))" }, { expression: "1" }],
    });
    const start = Date.now();
    const signal = {
      get aborted(): boolean {
        return Date.now() > start + 200;
      },
    };
    expect(check(chain, { budget: 60, signal }).ok).toBe(false);
    expect(Date.now() - start).toBeLessThan(3000);
  });

  test("a budget is a positive number, and an unknown option is an error", () => {
    const chain = derivation({ id: "d", steps: [{ expression: "1" }] });
    expect(() => check(chain, { budget: 0 })).toThrow(RangeError);
    expect(() => check(chain, { seconds: 1 } as never)).toThrow(TypeError);
  });

  test("a non-linear decoder is no reason to wait: its marginal is tabulated", () => {
    const start = process.cpuUsage();
    const steps: Step[] = [
      { expression: "-E(x ~ p(x), log(p(x)))" },
      { relation: "=", expression: "H(p(x))" },
      { relation: "≥", expression: "E(z ~ p(z), H(p(x | z)))" },
    ];
    const chain = derivation({ id: "d", worlds: [world], steps });
    expect(check(chain, { budget: 60 }).ok).toBe(true);
    expect(process.cpuUsage(start).user / 1e6).toBeLessThan(6);
  });
});
