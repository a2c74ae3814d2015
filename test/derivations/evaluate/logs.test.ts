import { describe, expect, test } from "vitest";
import { bernoulli, laplace, normal, uniform } from "../../../src";
import type { World } from "../../../src/derivations";
import type { Claim } from "../checking/claims";
import { judge } from "../checking/judge";

const gan = "= KL(P ‖ M) + KL(Q ‖ M) - 2*log(2)";
const steep: World = {
  name: "陡",
  scope: { P: normal(0, 1), Q: normal(1, 2), V: (x: number) => 3 * x, w: 40 },
  grid: { t: [0, 0.25, 0.5, 0.75, 1] },
};
const far: World = { name: "远", scope: { P: normal(0, 1), Q: normal(30, 1) } };

/** True claims in which a value meets 0, 1 or ∞ in doubles, though not in mathematics. */
const accepted: readonly (readonly [claim: Claim, worlds: readonly World[] | undefined])[] = (
  [
    [["S(x) := P(x)/(P(x)+Q(x))", "E(x ~ P, log(S(x))) + E(x ~ Q, log(1 - S(x)))", gan]],
    [["E(x ~ P, log(P(x)/(P(x)+Q(x)))) + E(x ~ Q, log(1 - P(x)/(P(x)+Q(x))))", gan]],
    [["E(x ~ Q, log(1 - P(x)/(Q(x)+P(x))))", "= E(x ~ Q, log(1 - 1/(1 + Q(x)/P(x))))"], [far]],
    [["f(u) := -log(u)", "E(x ~ Q, f(P(x)/Q(x)))", "= KL(Q ‖ P)"]],
    [["f(u) := u*log(u)", "E(x ~ Q, f(P(x)/Q(x)))", "= KL(P ‖ Q)"]],
    [["f(u) := (u - 1)*log(u)", "E(x ~ Q, f(P(x)/Q(x)))", "= KL(P ‖ Q) + KL(Q ‖ P)"]],
    [["E(x ~ P, log((1-t)*P(x) + t*Q(x)))", "≤ log(E(x ~ P, (1-t)*P(x) + t*Q(x)))"], [steep]],
    [
      ["E(x ~ P, log((1-t)*P(x) + t*Q(x)))", "≥ (1-t)*E(x ~ P, log(P(x))) + t*E(x ~ P, log(Q(x)))"],
      [steep],
    ],
    [["s(u) := 1/(1+exp(-u))", "E(x ~ P, log(1 - s(V(x))))", "= E(x ~ P, log(s(-V(x))))"], [steep]],
    [
      [
        "s(u) := 1/(1+exp(-u))",
        "E(x ~ P, log(1 - s(w*V(x))))",
        "= E(x ~ P, -log(1 + exp(w*V(x))))",
      ],
      [steep],
    ],
    [["E(x ~ P, log(1 - exp(-x^2)))", "≤ 0"], [steep]],
    [["E(x ~ P, log(max(P(x), Q(x))))", "≥ max(E(x ~ P, log(P(x))), E(x ~ P, log(Q(x))))"]],
    [["E(x ~ P, log(min(P(x), Q(x))))", "≤ min(E(x ~ P, log(P(x))), E(x ~ P, log(Q(x))))"]],
    [["E(x ~ P, log(abs(P(x) - Q(x))))", "≤ log(E(x ~ P, abs(P(x) - Q(x))))"]],
    [["g(u) := log(2*u/(1+u))", "E(x ~ P, g(P(x)/Q(x))) + E(x ~ Q, g(Q(x)/P(x)))", "= 2*JS(P, Q)"]],
    [["E(x ~ P, log(x*x))", "= 2*E(x ~ P, log(abs(x)))"]],
    [["E(x ~ P, log(abs(-3*P(x))))", "= log(3) - H(P)"]],
    [["E(x ~ P, log(1 - (1 - P(x)/(P(x)+Q(x)))))", "= E(x ~ P, log(P(x)/(P(x)+Q(x))))"]],
    [["E(x ~ P, P(x)*exp(-800)/(Q(x)*exp(-800)))", "= E(x ~ P, P(x)/Q(x))"], [steep]],
  ] as readonly (readonly [claim: Claim, worlds?: readonly World[]])[]
).map(([claim, worlds]) => [claim, worlds]);

describe("what only rounding made infinite is no counter-example", () => {
  test.each(accepted)("%j is accepted", (claim, worlds) => {
    expect(judge(claim, worlds)).toMatchObject({ ok: true });
  });

  test("where it cannot be avoided, the verdict says that it cannot tell, and why", () => {
    const world: World = {
      name: "黑盒",
      scope: {
        P: normal(0, 1),
        S: (x: number) => 1 / (1 + Math.exp(-40 * x)),
        L: (x: number) =>
          x > 0 ? -40 * x - Math.log1p(Math.exp(-40 * x)) : -Math.log1p(Math.exp(40 * x)),
      },
    };
    const verdict = judge(["E(x ~ P, log(1 - S(x)))", "= E(x ~ P, L(x))"], [world]);
    expect(verdict.ok).toBe(false);
    expect(verdict.note).toContain("算不准");
    expect(verdict.note).toContain("舍入");
  });

  test.each([
    [["KL(P ‖ Q)", "= 3"], { P: uniform(0, 2), Q: uniform(0, 1) }],
    [["E(x ~ P, log(1 - Q(x)))", "= 0"], { P: bernoulli(0.5), Q: [0, 1] }],
    [["E(x ~ P, -log(Q(x)))", "≤ 100"], { P: laplace(0, 1), Q: uniform(-5, 5) }],
  ] as const)("an infinity that is true still counts: %j", (claim, scope) => {
    const verdict = judge(claim, [{ name: "w", scope }]);
    expect(verdict.ok).toBe(false);
  });

  test("two entries of tables that are equal differ by 0, and that is no rounding", () => {
    const scope = { P: [0.9, 0.1, 0], Q: [0.9, 0, 0.1] };
    const claim: Claim = ["E(x ~ P, log(abs(P(x) - Q(x))))", "= -∞"];
    expect(judge(claim, [{ name: "w", scope }])).toMatchObject({ ok: true });
  });

  test("false claims of the same forms are rejected with numbers", () => {
    const claims: readonly Claim[] = [
      [
        "S(x) := P(x)/(P(x)+Q(x))",
        "E(x ~ P, log(S(x))) + E(x ~ Q, log(1 - S(x)))",
        "= KL(P ‖ M) + KL(Q ‖ M)",
      ],
      ["f(u) := -log(u)", "E(x ~ Q, f(P(x)/Q(x)))", "= KL(P ‖ Q)"],
      ["E(x ~ P, log(max(P(x), Q(x))))", "= max(E(x ~ P, log(P(x))), E(x ~ P, log(Q(x))))"],
    ];
    for (const claim of claims) {
      const { ok, gap, allowed } = judge(claim);
      expect(ok).toBe(false);
      expect(gap).toBeGreaterThan(allowed);
    }
  });
});
