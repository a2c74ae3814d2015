import { describe, expect, test } from "vitest";
import { check, derivation, readTex } from "../../../src/derivations";
import { isJointOfMany } from "../../../src/derivations/joints/joint-of-many";
import { chainChecks } from "../../../src/derivations/worlds/chain-checks";
import { extremeJointPools } from "../../../src/derivations/worlds/extremes/extreme-joint-pools";
import { jointPools } from "../../../src/derivations/worlds/joint-pools";
import { worldsFor } from "../../../src/derivations/worlds/worlds-for";
import type { Distribution } from "../../../src/distributions/distribution";
import { kl } from "../../../src/divergences/kl";

const pairs = [
  [0, 1],
  [1, 0],
  [0, 2],
  [1, 2],
] as const;

/** In nats; below, a slip would pass for rounding, above, it would be lost under infinities. */
function expectApart(one: Distribution, other: Distribution, most: number): void {
  const value = kl(one, other);
  expect(value).toBeGreaterThanOrEqual(1e-3);
  expect(value).toBeLessThanOrEqual(most);
}

describe("two joints of a world differ in every marginal and every conditional", () => {
  const pools = [
    ...jointPools.map((pool) => [pool.name, pool] as const),
    ...extremeJointPools().flatMap((pool) =>
      pool.extreme === "alike" ? [] : [[pool.name, pool] as const],
    ),
  ];
  test.each(pools)("%s", (_, pool) => {
    // A rare value is what an extreme world is about: there P may be far from Q where it is conditioned on.
    const most = pool.extreme ? 1e3 : 10;
    for (const θ of [pool.range[0], 0, 0.4, pool.range[1]])
      for (const [i, j] of pairs) {
        const [one, other] = [i, j].map((which) => pool.make("z", "x", θ, which));
        expectApart(one.marginal("z"), other.marginal("z"), 10);
        expectApart(one.marginal("x"), other.marginal("x"), most);
        expectApart(pool.prior(i), pool.prior(j), 10);
        const zs = pool.isDiscrete ? [0, 1] : [0, pool.values[0]];
        for (const z of zs)
          expect(
            kl(one.conditional("x", z), other.conditional("x", z)),
            `x given z=${z}`,
          ).toBeGreaterThanOrEqual(pool.extreme === "apart" ? 1e-9 : 1e-3);
        const xs = pool.isDiscrete ? [0, 1, 2] : [0, 1e-3, 0.5, 1, 1.5, 2];
        const givens = xs.map((x) => kl(one.conditional("z", x), other.conditional("z", x)));
        expect(Math.max(...givens), "z given x").toBeGreaterThanOrEqual(1e-3);
      }
  });

  test("tables of three variables too", () => {
    const worlds = worldsFor([
      "∑(x ∈ P, ∑(y ∈ P, ∑(z ∈ P, P(x, y, z)*log(P(x, y, z)/Q(x, y, z)))))",
      "I(x; y | z)",
    ]);
    expect(worlds.length).toBe(4);
    for (const { scope } of worlds) {
      const [p, q] = [scope.P, scope.Q];
      if (!isJointOfMany(p) || !isJointOfMany(q)) throw new Error("no tables");
      for (const name of ["x", "y", "z"]) {
        expectApart(p.conditional(name, new Map()), q.conditional(name, new Map()), 10);
        const other = name === "x" ? "y" : "x";
        const given = [0, 1].map((value) => {
          const at = new Map([[other, value]]);
          return kl(p.conditional(name, at), q.conditional(name, at));
        });
        expect(Math.max(...given), `${name} given ${other}`).toBeGreaterThanOrEqual(1e-3);
        expect(Math.max(...given)).toBeLessThanOrEqual(10);
      }
    }
  });
});

describe("chain rules of the divergence", () => {
  const ofJoints = String.raw`D(p(x,y)\|q(x,y))`;
  const given = String.raw`D(p(y|x)\|q(y|x))`;
  test.each([
    [String.raw`${ofJoints} = D(p(x)\|q(x)) + \sum_x p(x) ${given}`, true],
    [String.raw`${ofJoints} = D(p(x)\|q(x)) + \sum_x q(x) ${given}`, false],
    [String.raw`D(q(x,y)\|p(x,y)) = D(q(x)\|p(x)) + \mathbb{E}_{p(x)}[D(q(y|x)\|p(y|x))]`, false],
    [String.raw`D(q(x,y)\|p(x,y)) = D(q(x)\|p(x)) + \mathbb{E}_{q(x)}[D(q(y|x)\|p(y|x))]`, true],
    [String.raw`${ofJoints} = \sum_x p(x) ${given} + 0\cdot D(p(x)\|q(x))`, false],
    [String.raw`${ofJoints} = \sum_x p(x) ${given}`, false],
    [String.raw`${ofJoints} = D(q(x)\|p(x)) + \sum_x p(x) ${given}`, false],
    [String.raw`${ofJoints} = D(p(x)\|q(x)) + D(p(y)\|q(y))`, false],
    [String.raw`${ofJoints} \le D(p(x)\|q(x))`, false],
    [String.raw`${ofJoints} \ge D(p(x)\|q(x))`, true],
    [String.raw`${ofJoints} = D(p(y)\|q(y)) + \sum_y p(y) D(p(x|y)\|q(x|y))`, true],
    [String.raw`${ofJoints} = D(p(y)\|q(y)) + \sum_y q(y) D(p(x|y)\|q(x|y))`, false],
  ])("%s: %s", (tex, expected) => {
    const [{ steps, worlds }] = chainChecks(readTex(tex).chains);
    expect(worlds.length).toBeGreaterThanOrEqual(4);
    expect(check(derivation({ id: "t", worlds, steps })).ok).toBe(expected);
  });
});
