import { expect, test } from "vitest";
import { bernoulli, normal } from "../../../src";
import { check, derivation } from "../../../src/derivations";

test("where every world agrees to rounding, the first one is shown", () => {
  const worlds = [
    { name: "first", scope: { P: bernoulli(0.5), Q: bernoulli(0.9) } },
    { name: "second", scope: { P: normal(0, 1), Q: normal(1, 2) } },
    { name: "third", scope: { P: normal(3, 1), Q: normal(0, 7) } },
  ];
  const steps = [
    { expression: "KL(P ‖ Q)" },
    { expression: "E(x ~ P, log(P(x)) - log(Q(x)))" },
    { expression: "H(P, Q) - H(P)" },
  ];
  const { steps: verdicts } = check(derivation({ id: "order", worlds, steps }));
  expect(verdicts.map(({ world }) => world)).toEqual(["first", "first"]);
});
