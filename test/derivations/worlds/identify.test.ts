import { describe, expect, test } from "vitest";
import { defaultWorlds, identify, readTex } from "../../../src/derivations";

describe("an expression is named by its values in all worlds", () => {
  test.each([
    ["∫(x, -∞, ∞, P(x)*log(P(x)/Q(x)))", "KL(P ‖ Q)"],
    ["∑(x ∈ P, P(x)*log(Q(x)/P(x)))", "-KL(P ‖ Q)"],
    ["E(x ~ Q, log(Q(x)/P(x)))", "KL(Q ‖ P)"],
    ["-E(x ~ P, log(P(x)))", "H(P)"],
    ["-E(x ~ P, log(Q(x)))", "H(P, Q)"],
    ["∑(x ∈ P, P(x)*log2(P(x)/Q(x)))", "1/log(2)*KL(P ‖ Q)"],
    [
      "E(x ~ P, log(P(x)/(P(x) + Q(x)))) + E(x ~ Q, log(Q(x)/(P(x) + Q(x))))",
      "2*JS(P, Q) - log(4)",
    ],
    ["1/2*∫(x, -∞, ∞, abs(P(x) - Q(x)))", "TV(P, Q)"],
    ["E(z ~ Q(· | x), log(P(x, z)/Q(z | x)))", "E(z ~ Q(· | x), log(P(x, z)) - log(Q(z | x)))"],
  ])("%s is %s", (expression, expected) => {
    expect(identify(expression)?.expression).toBe(expected);
  });

  test.each(["E(x ~ P, Q(x))", "KL(P ‖ Q)^2", "3", "KL(P ‖ Q) + H(Q)"])(
    "%s is none of them",
    (expression) => {
      expect(identify(expression)).toBeUndefined();
    },
  );
});

test("the article's merged integral is the negative of KL, not KL", () => {
  const tex = String.raw`\int_x P_{data}(x)log\frac{P_G(,\theta)}{P_{data}(x)}`;
  const [[{ expression }]] = readTex(tex).chains;
  const found = identify(expression);
  expect(found?.expression).toBe("-KL(P_data ‖ P_G(· | θ))");
  expect(found?.name).toBe("−KL(P_data ‖ P_G(· | θ))");
  expect(found?.note).toContain("相反数");
});

test("the worlds can be given, and what cannot be read is refused", () => {
  const own = { worlds: defaultWorlds.slice(0, 3) };
  expect(identify("E(x ~ P, log(P(x)/Q(x)))", own)?.name).toBe("KL(P ‖ Q)");
  expect(() => identify("KL(P ‖")).toThrow(RangeError);
  expect(() => identify("KL(P ‖ Q)", { world: [] } as never)).toThrow("world");
});
