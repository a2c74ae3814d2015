import { kindsOf } from "./kinds";
import { signatureOf } from "./signature";

/** Expressions of the quantities that the names of an expression could make: KL either way, H, JS, I, the ELBO's parts. */
export function knownQuantities(expression: string): readonly string[] {
  const { distributions, families, joints, conditionals, parameters } = kindsOf(
    signatureOf([expression]),
  );
  const [θ = "θ"] = parameters;
  const sources = [
    ...distributions,
    ...families.map(({ name, parameters: count }) => `${name}(· | ${givenOf(parameters, count)})`),
  ];
  const pairs = sources.flatMap((a, i) => sources.slice(i + 1).map((b) => [a, b] as const));
  const ofTwo = pairs.flatMap(([a, b]) => [
    `KL(${a} ‖ ${b})`,
    `KL(${b} ‖ ${a})`,
    `H(${a}, ${b})`,
    `H(${b}, ${a})`,
    `JS(${a}, ${b})`,
    `TV(${a}, ${b})`,
    `H2(${a}, ${b})`,
    `χ2(${a} ‖ ${b})`,
    `χ2(${b} ‖ ${a})`,
    `KL(${a} ‖ ${b}) + KL(${b} ‖ ${a})`,
  ]);
  return [
    ...ofTwo,
    ...sources.map((a) => `H(${a})`),
    ...joints.flatMap(({ name, variables: [z, x], parameters: count }) => {
      const own = count > 0 ? ` | ${givenOf(parameters, count)}` : "";
      const after = count > 0 ? `, ${givenOf(parameters, count)}` : "";
      const [q] = conditionals;
      const evidence = `log(${name}(${x}${own}))`;
      const information =
        count > 0 ? [] : [`I(${x}; ${z})`, `H(${z} | ${x})`, `H(${x} | ${z})`, `H(${x}, ${z})`];
      if (!q) return [...information, evidence];
      const by = `${q.name}(· | ${q.of}${q.parameters > 0 ? `, ${parameters[1] ?? θ}` : ""})`;
      const log = by.replace("·", z);
      return [
        `KL(${by} ‖ ${name}(· | ${x}${after}))`,
        evidence,
        `E(${z} ~ ${by}, log(${name}(${x}, ${z}${own})) - log(${log}))`,
        `E(${z} ~ ${by}, log(${name}(${x} | ${z}${after})))`,
        ...distributions.map((prior) => `KL(${by} ‖ ${prior})`),
        `H(${by})`,
        ...information,
      ];
    }),
  ];
}

const givenOf = (parameters: readonly string[], count: number): string =>
  Array.from({ length: Math.max(1, count) }, (_, i) => parameters[i] ?? "θ").join(", ");
