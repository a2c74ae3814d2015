import { expect, test } from "vitest";
import { type AnyDistribution, mixture, normal, poisson } from "../../src";
import * as learn from "../../src/learning";

const two: AnyDistribution = mixture([0.5, 0.5], [normal(-2, 0.6), normal(2, 0.6)]);

/** What nobody should give, but somebody will. */
const odd: readonly unknown[] = [
  undefined,
  null,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  -1,
  0,
  0.5,
  "",
  "x",
  true,
  1n,
  [],
  [Number.NaN],
  [[]],
  [1, [2]],
  ["a"],
  [null],
  {},
  { length: 3 },
  { a: 1 },
  () => 1,
  Symbol.iterator,
  new Date(0),
  new Map(),
  new Float64Array(0),
  new BigInt64Array(2),
  normal(0, 1),
  poisson(2),
];

/** Arguments that work, the options last. */
const usual: Readonly<Record<string, readonly unknown[]>> = {
  fitForwardKl: [two, "normal", {}],
  fitReverseKl: [two, "normal", { starts: 0 }],
  fitJensenShannon: [two, "normal", { starts: 0 }],
  fitAlpha: [two, "normal", { alpha: 0, starts: 0 }],
  variationalMixture: [[-1, -1.1, 1, 1.2], { components: 2, starts: 1 }],
  languageModel: ["abab", {}],
  speculativeSampling: [
    [0.5, 0.5],
    [0.1, 0.9],
  ],
  optimalPolicy: [[0, 1], {}],
  focalLoss: [[0.5, 0.5], [0, 1], {}],
  distillationLoss: [[0, 1], [1, 0], {}],
  smoothedLabels: [[0, 1], 2, 0.1],
  trainPolicy: [[0, 1], { steps: 1 }],
  trainGan: [[0, 1, 2], { steps: 1, hidden: 2 }],
  trainDiscriminator: [[0, 1], [1, 2], { steps: 1, hidden: 2 }],
  trainGenerator: [two, { objective: "reverseKl", steps: 1, hidden: 2, batch: 2 }],
  trainFocal: [[0, 1], [0, 1], { steps: 1, hidden: 2 }],
  trainPosterior: [(z: learn.Tensor) => learn.sum(z, { axis: 1 }), { steps: 1 }],
  trainVae: [[[0, 1]], { steps: 1, hidden: 2 }],
};

const names =
  "alpha batch beta components concentration covariance direction estimator gamma meanPrecision nonSaturating objective order rate reference seed smoothing spread start starts temperature";

const library = learn as unknown as Readonly<
  Record<string, (...all: readonly unknown[]) => unknown>
>;

/** Nothing, or what is wrong with how it was refused. */
async function fault(name: string, args: readonly unknown[]): Promise<string | undefined> {
  try {
    const given = library[name](...args);
    if (name.startsWith("train")) await (given as AsyncGenerator<unknown>).next();
    return undefined;
  } catch (error) {
    const { message } = error as Error;
    const isKind = error instanceof RangeError || error instanceof TypeError;
    const isSaid = /^[\w.]+: [\s\S]*[一-鿿][\s\S]* \/ [\s\S]+/.test(message);
    // Training that diverges is said by the optimizer.
    const isNamed = message.startsWith(`${name}: `) || message.startsWith("adam: ");
    return isKind && isSaid && isNamed ? undefined : `${name}: ${error}`;
  }
}

test.each(Object.entries(usual))(
  "%s refuses what is odd by its own name, in both languages",
  async (name, args) => {
    expect(await fault(name, args)).toBeUndefined();
    const faults: (string | undefined)[] = [await fault(name, [])];
    for (const slot of args.keys()) {
      for (const value of odd)
        faults.push(
          await fault(
            name,
            args.map((arg, i) => (i === slot ? value : arg)),
          ),
        );
    }
    const options = args[args.length - 1];
    if (Object.getPrototypeOf(options) === Object.prototype) {
      for (const option of names.split(" ")) {
        for (const value of odd) {
          faults.push(
            await fault(name, [...args.slice(0, -1), { ...(options as object), [option]: value }]),
          );
        }
      }
    }
    expect(faults.filter((each) => each !== undefined)).toEqual([]);
  },
);
