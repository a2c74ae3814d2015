import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import * as learn from "../../../src/learning";

const { add, klLogits, randomNormal, stack, tensor } = learn;

describe("tensor", () => {
  test.each([
    [3, [], [3]],
    [[1, 2], [2], [1, 2]],
    [new Float32Array([1, 2]), [2], [1, 2]],
    [
      [[1], [2], [3]],
      [3, 1],
      [1, 2, 3],
    ],
    [
      [new Float64Array([1, 2]), [3, 4]],
      [2, 2],
      [1, 2, 3, 4],
    ],
    [
      [tensor([1, 2]), tensor([3, 4])],
      [2, 2],
      [1, 2, 3, 4],
    ],
    [[tensor(1), 2], [2], [1, 2]],
    [[-Infinity, 0], [2], [-Infinity, 0]],
  ])("of %j", (data, shape, numbers) => {
    const made = tensor(data as learn.TensorLike);
    expect([made.shape, [...made.data]]).toEqual([shape, numbers]);
  });

  test("copies what it is given", () => {
    const data = Float64Array.of(1, 2);
    const made = tensor(data);
    data[0] = 5;
    expect(made.data[0]).toBe(1);
  });

  test("shows itself as the call that makes it, shortened where it is long", () => {
    expect(
      inspect(
        tensor([
          [1, 0.1 + 0.2],
          [3, 4],
        ]),
      ),
    ).toBe("tensor([[1, 0.3], [3, 4]], [2, 2])");
    expect(`${tensor(2)}`).toBe("tensor(2)");
    expect(String(randomNormal([40, 50])).length).toBeLessThan(600);
    expect(JSON.stringify(tensor([1, 2]))).toBe('{"data":[1,2],"shape":[2]}');
  });

  test("is known by its brand, as of another copy of klab", () => {
    const other = {
      [Symbol.for("klab.tensor")]: true,
      data: Float64Array.of(1, 2),
      shape: [2],
    } as unknown as learn.Tensor;
    expect([...add(other, 1).data]).toEqual([2, 3]);
  });
});

const two = tensor([1, 2]);
describe("is refused with the place and what to do, in both languages", () => {
  test.each([
    [
      "a tensor whose gradient would be lost",
      () => learn.grad((x: learn.Tensor) => learn.sum(tensor([x, x] as never)))(tensor(1)),
      TypeError,
      /data\[0\] .*stack/,
    ],
    [
      "the same alone",
      () => learn.grad((x: learn.Tensor) => tensor(x))(tensor(1)),
      TypeError,
      /detach/,
    ],
    [
      "NaN",
      () =>
        tensor([
          [1, 2],
          [3, Number.NaN],
        ]),
      RangeError,
      /data\[1\]\[1\] 是 NaN/,
    ],
    ["∞", () => tensor(new Float32Array([1, Infinity])), RangeError, /data\[1\] is Infinity/],
    ["NaN in an operation", () => add(two, [1, Number.NaN]), RangeError, /add: b\[1\]/],
    ["a lone NaN", () => add(two, Number.NaN), RangeError, /add: b 是 NaN/],
    ["nothing", () => tensor([]), RangeError, /空/],
    ["empty rows", () => tensor([[], []]), RangeError, /空/],
    ["ragged rows", () => tensor([[1, 2], [3]]), TypeError, /data\[1\] .*2.*1/],
    ["a row among numbers", () => tensor([1, [2]] as never), TypeError, /data\[1\] 应为数/],
    ["a number among rows", () => tensor([[1], 2]), TypeError, /data\[1\] 应为数组/],
    ["text", () => tensor(["1"] as never), TypeError, /data\[0\].*string/],
    ["null", () => tensor(null as never), TypeError, /null/],
    ["a shape that does not fit", () => tensor([1, 2, 3], [2, -1]), TypeError, /\[2, -1\].*3/],
    ["an odd shape", () => tensor([1, 2], [1.5] as never), TypeError, /\[1\.5\]/],
    [
      "shapes apart",
      () => add(learn.ones([2, 3]), learn.ones([4])),
      TypeError,
      /\[2, 3\] 与 \[4\].*axis -1 has 3 and 4/,
    ],
    [
      "shapes apart further in",
      () => add(learn.ones([2, 3]), learn.ones([4, 3])),
      TypeError,
      /axis -2 has 2 and 4/,
    ],
    [
      "inner lengths",
      () => learn.matmul(learn.ones([2, 3]), learn.ones([2, 3])),
      TypeError,
      /\[2, 3\]/,
    ],
    ["rows unlike in a stack", () => stack([[1, 2], [3]]), TypeError, /xs\[1\]/],
    ["no rows", () => learn.concatenate([]), TypeError, /xs/],
    ["an axis that is not there", () => learn.sum(two, { axis: 1 }), RangeError, /axis 是 1/],
    ["an axis of one number", () => learn.softmax(3), RangeError, /softmax: .*没有轴.*no axis/],
    ["a half axis", () => learn.sum(two, { axis: 0.5 }), TypeError, /0\.5/],
    ["an unknown option", () => learn.sum(two, { keepdims: true } as never), TypeError, /keepDims/],
    [
      "a label out of range",
      () => learn.takeLabels([[1, 2]], [2]),
      RangeError,
      /labels\[0\] 是 2.*0 到 1/,
    ],
    [
      "a label that is no number of one",
      () => learn.oneHot([0.5], 2),
      RangeError,
      /labels\[0\] 是 0\.5/,
    ],
    ["too few labels", () => learn.takeLabels([[1, 2]], [0, 1]), TypeError, /\[1, 2\]/],
    ["an index out of range", () => learn.take(two, 2), RangeError, /indices 是 2/],
    [
      "one among rows of indices",
      () =>
        learn.take(two, [
          [0, 1],
          [0, 5],
        ]),
      RangeError,
      /indices\[1\]\[1\] 是 5/,
    ],
    ["an empty slice", () => learn.slice(two, 1, 1), RangeError, /从 1 到 1/],
    ["the logarithm of a negative number", () => learn.log([1, -1]), RangeError, /\[1\].*-1/],
    ["its root", () => learn.sqrt([[1, -4]]), RangeError, /\[0\]\[1\].*-4/],
    ["its broken power", () => learn.power([-1], 0.5), RangeError, /-1、0\.5/],
    ["bounds the wrong way", () => learn.clip(two, 1, 0), RangeError, /1.*0/],
    ["no axes", () => learn.transpose([[1]], 3 as never), TypeError, /axes 是 3/],
    ["no permutation", () => learn.transpose([[1]], [0, 0]), TypeError, /\[0, 0\]/],
    ["a sum asked of a stretch", () => learn.broadcastTo([1, 2], [1]), TypeError, /\[2\].*\[1\]/],
    ["a stretch to nothing", () => learn.broadcastTo(1, [0]), TypeError, /broadcastTo: .*\[0\]/],
    ["a stretch to −1", () => learn.broadcastTo([1], [-1]), TypeError, /\[-1\]/],
    ["a stretch to no shape", () => learn.broadcastTo([1], 3 as never), TypeError, /shape 是 3/],
    ["several entries as one", () => two.item(), TypeError, /\[2\]/],
    ["a shape of nothing", () => learn.zeros([0]), TypeError, /\[0\]/],
    ["weights that are no matrix", () => learn.glorot([3]), TypeError, /输入数/],
    ["shapes of logits", () => klLogits([1, 2], [1, 2, 3]), TypeError, /klLogits.*\[2\]/],
  ])("%s", (_, call, kind, message) => {
    expect(call).toThrow(kind);
    expect(call).toThrow(message);
    expect(call).toThrow(/[一-鿿].* \/ .*[a-z]/);
  });
});

test.each([
  ["0 of a column", [[0], [0]], [1, -3], "第 [0][1] 项由 0、-3"],
  ["0 alone", 0, [[4, -5]], "第 [0][1] 项由 0、-5"],
  ["−0", [-0], [-1e-300], "第 [0] 项由 0、-1e-300"],
  ["0, y = −∞", [1, 0], [1, -Infinity], "第 [1] 项由 0、-Infinity"],
])("xlogy refuses y < 0 also beside x = %s: its slope would be NaN", (_, x, y, told) => {
  expect(() => learn.xlogy(x, y)).toThrow(RangeError);
  expect(() => learn.xlogy(x, y)).toThrow(told);
});

test("xlogy is 0 at x = 0 for any y ≥ 0, and its slopes are numbers", () => {
  const [x, y] = [tensor([0, 0, 0]), tensor([0, 1, 2])];
  expect([...learn.xlogy(x, y).data]).toEqual([0, 0, 0]);
  const slope = learn.grad((z: learn.Tensor) => learn.sum(learn.xlogy(z, y)))(x);
  expect([...slope.data]).toEqual([0, 0, Math.LN2]);
});

test.each([
  ["a column", () => learn.power([[4], [-2]], [2, 0.5]), "第 [1][1] 项由 -2、0.5"],
  ["a row", () => learn.power([[1, -3]], [[1], [0.5]]), "第 [1][1] 项由 -3、0.5"],
  [
    "fewer axes",
    () =>
      learn.xlogy(
        [1, 2],
        [
          [1, 1],
          [1, -7],
        ],
      ),
    "第 [1][1] 项由 2、-7",
  ],
  [
    "a middle axis",
    () => learn.power([[[1, 1]], [[1, -6]]], [[1], [0.5]]),
    "第 [1][1][1] 项由 -6、0.5",
  ],
])(
  "outside its domain an operation names the pair that it was given, stretched along %s",
  (_, call, told) => {
    expect(call).toThrow(told);
  },
);

test("NaN that training brought forth goes through operations: the optimizer names it", () => {
  const broken = learn.subtract(learn.exp(1e4), learn.exp(1e4));
  expect(learn.log(learn.add(broken, 1)).item()).toBeNaN();
  const state = learn.sgd({ rate: 0.1 }).start(tensor(1));
  expect(() => learn.sgd({ rate: 0.1 }).step(state, broken)).toThrow(/第 1 步发散.*0\.1/);
});

test.each([
  ["BigInt64Array", new BigInt64Array([1n, 2n])],
  ["BigUint64Array", new BigUint64Array([1n])],
  ["an array of bigints", [1n, 2n]],
  ["a bigint", 3n],
  ["rows of them", [new BigInt64Array([1n])]],
])("%s is refused in words", (_, data) => {
  for (const call of [() => tensor(data as never), () => learn.sum(data as never)]) {
    expect(call).toThrow(TypeError);
    expect(call).toThrow(/bigint.* \/ .*bigint/);
  }
});

test.each<[string, () => unknown, RegExp]>([
  ["zeros", () => learn.zeros([1e9, 1e9]), /zeros: 形状 \[1000000000, 1000000000\].*array holds/],
  ["ones", () => learn.ones([2 ** 33]), /ones: 形状/],
  ["randomNormal", () => learn.randomNormal([65536, 65536]), /randomNormal: 形状/],
  ["glorot", () => learn.glorot([1e8, 1e8]), /glorot: 形状/],
  ["broadcastTo", () => learn.broadcastTo([1], [1e6, 1e6]), /broadcastTo: 形状/],
  ["oneHot", () => learn.oneHot([0], 2 ** 40), /oneHot: 形状/],
  [
    "add",
    () => learn.add(learn.zeros([100_000, 1]), learn.zeros([1, 100_000])),
    /add: 形状 \[100000, 100000\]/,
  ],
  [
    "matmul",
    () => learn.matmul(learn.zeros([70_000, 1]), learn.zeros([1, 70_000])),
    /matmul: 形状 \[70000, 70000\]/,
  ],
  [
    "take",
    () => learn.take(learn.zeros([2, 70_000]), learn.zeros([70_000])),
    /take: 形状 \[70000, 70000\]/,
  ],
  ["an axis twice", () => learn.sum([[1]], { axis: [0, 0] }), /sum: axis 是 \[0, 0\].*twice/],
  ["an axis twice, from both ends", () => learn.mean([[1]], { axis: [1, -1] }), /mean: axis/],
  ["an axis twice, of a maximum", () => learn.max([[1]], { axis: [0, 1, -2] }), /max: axis/],
  [
    "a prng of NaN",
    () => learn.randomNormal([2], { prng: () => Number.NaN }),
    /randomNormal: .*prng/,
  ],
  [
    "a prng of nothing",
    () => learn.glorot([2, 2], { prng: (() => {}) as never }),
    /glorot: .*prng/,
  ],
])("%s: what no array holds, or says a thing twice, is refused", (_, call, message) => {
  expect(call).toThrow(message);
  expect(call).toThrow(RangeError);
});
