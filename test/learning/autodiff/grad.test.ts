import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import * as learn from "../../../src/learning";

const { add, exp, grad, hessian, log, matmul, multiply, power, sin, square, sum, tensor } = learn;
const { valueAndGrad } = learn;
type Tensor = learn.Tensor;

describe("grad", () => {
  test("of a gradient, and of its gradient: sin‴ = −cos", () => {
    let f = (x: Tensor): Tensor => sin(x);
    for (const want of [Math.cos(0.7), -Math.sin(0.7), -Math.cos(0.7), Math.sin(0.7)]) {
      f = grad(f);
      expect(Math.abs(f(tensor(0.7)).item() - want)).toBeLessThan(1e-15);
    }
  });

  test("within a function that is differentiated by another variable", () => {
    // d/dx [x · d/dy (x y²) at y = x] = d/dx 2x³ = 6x²
    const f = (x: Tensor): Tensor => multiply(x, grad((y: Tensor) => multiply(x, square(y)))(x));
    expect(grad(f)(tensor(3)).item()).toBe(54);
    // The inner variable is another, also where both have one value: d/dx [x · d/dy (x + y)] = 1
    const g = (x: Tensor): Tensor => multiply(x, grad((y: Tensor) => add(x, y))(tensor(1)));
    expect(grad(g)(tensor(1)).item()).toBe(1);
  });

  test("through steps of gradient descent: the best rate of one step on x²/2 is 1", () => {
    const loss = (x: Tensor): Tensor => multiply(0.5, square(x));
    const after = (rate: Tensor): Tensor => {
      let x: Tensor = tensor(3);
      for (let step = 0; step < 2; step++) x = add(x, multiply(rate, multiply(-1, grad(loss)(x))));
      return loss(x);
    };
    // loss = ½·9·(1 − η)⁴
    expect(Math.abs(grad(after)(tensor(0.5)).item() + 18 * 0.125)).toBeLessThan(1e-14);
  });

  test("gives the structure of what it is given", () => {
    const f = ({ w, layers }: { w: Tensor; layers: Tensor[] }): Tensor =>
      sum(multiply(w, multiply(layers[0], layers[1])));
    const at = { w: tensor([1, 2]), layers: [tensor([3, 4]), tensor(5)] };
    const g = grad(f)(at);
    expect(g.w.data).toEqual(Float64Array.of(15, 20));
    expect(g.layers.map(({ data }) => [...data])).toEqual([[5, 10], [11]]);
    expect(g.layers[1].shape).toEqual([]);
  });

  test("is 0 for what takes no part, and passes the other arguments on", () => {
    const f = ([x, _]: readonly Tensor[], factor: number): Tensor => multiply(factor, x);
    const [g, none] = grad(f)([tensor(1), tensor([2, 3])], 7);
    expect([g.item(), ...none.data]).toEqual([7, 0, 0]);
  });

  test("sums what comes by several ways", () => {
    const f = (x: Tensor): Tensor => multiply(add(x, x), multiply(x, x));
    expect(grad(f)(tensor(2)).item()).toBe(24);
  });

  test("walks chains longer than the stack of calls", () => {
    const f = (x: Tensor): Tensor => {
      let y = x;
      for (let i = 0; i < 100_000; i++) y = add(y, 1e-5);
      return square(y);
    };
    expect(Math.abs(grad(f)(tensor(1)).item() - 4)).toBeLessThan(1e-9);
  });

  test("leaves no record where nobody differentiates", () => {
    let kept: Tensor | undefined;
    const { value, gradient } = valueAndGrad((x: Tensor) => {
      kept = exp(x);
      return sum(square(kept));
    })(tensor([1, 2]));
    for (const each of [kept, value, gradient]) expect(each?.record).toBeUndefined();
    expect(exp(tensor(1)).record).toBeUndefined();
  });

  test("nor of what the number does not depend on, of its variables, or where f throws", () => {
    const kept: Tensor[] = [];
    const keep = (x: Tensor): Tensor => {
      kept.push(x);
      return x;
    };
    valueAndGrad((x: Tensor) => {
      keep(exp(keep(x)));
      keep(grad((y: Tensor) => sum(keep(multiply(x, keep(square(y))))))(tensor([3, 4])));
      return sum(keep(square(x)));
    })(tensor([1, 2]));
    grad(([, x]: readonly Tensor[]) => sum(x))([keep(tensor(1)), tensor(2)]);
    grad(([unused, x]: readonly Tensor[]) => {
      keep(unused);
      return sum(x);
    })([tensor(1), tensor(2)]);
    hessian((x: Tensor) => {
      keep(log(x));
      return sum(keep(power(x, 3)));
    })(tensor([1, 2]));
    expect(() => grad((x: Tensor) => keep(exp(x)))(tensor([1, 2]))).toThrow(TypeError);
    expect(() =>
      grad((x: Tensor) => {
        keep(exp(x));
        throw new Error("by itself");
      })(tensor(1)),
    ).toThrow("by itself");
    expect(kept.length).toBe(12);
    for (const each of kept) expect(each.record).toBeUndefined();
    // And so it can be taken apart, and differentiated by, anew.
    expect(tensor([kept[0]] as never).shape).toEqual([1, 2]);
  });

  test("lets an inner derivative go while an outer one is under way", () => {
    // d/dx [x · (d/dy y³ at 2)] = 12, and the inner graph has no part in it.
    const inner: Tensor[] = [];
    const f = (x: Tensor): Tensor =>
      multiply(
        x,
        grad((y: Tensor) => {
          inner.push(square(y));
          return multiply(y, inner[0]);
        })(tensor(2)),
      );
    expect(grad(f)(tensor(5)).item()).toBe(12);
    expect(inner[0].record).toBeUndefined();
    // Mixed: d/dx of d/dy x² y³ at y = x, once the inner is done.
    const mixed = (x: Tensor): Tensor => grad((y: Tensor) => multiply(square(x), power(y, 3)))(x);
    expect(grad(mixed)(tensor(2)).item()).toBe(12 * 2 ** 3);
  });

  test("keeps them where somebody does", () => {
    const outer = grad((x: Tensor) => {
      const { value, gradient } = valueAndGrad((y: Tensor) => power(y, 3))(x);
      return add(value, gradient); // x³ + 3x²
    });
    expect(outer(tensor(2)).item()).toBe(24);
  });

  test("computes no product for what is constant", () => {
    // Data times weights: the gradient in the data is not asked for.
    const data = tensor([[1, 2]]);
    const g = grad((w: Tensor) => sum(matmul(data, w)))(tensor([[1], [1]]));
    expect(g.toArray()).toEqual([[1], [2]]);
  });

  test("lets nothing that is left out turn into NaN", () => {
    const masked = (x: Tensor): Tensor => sum(learn.where(learn.greater(x, 0), log(x), 0));
    expect([...grad(masked)(tensor([0, 2])).data]).toEqual([0, 0.5]);
    const weighed = (x: Tensor): Tensor => sum(multiply([0, 1], learn.sqrt(x)));
    expect([...grad(weighed)(tensor([0, 4])).data]).toEqual([0, 0.25]);
    expect([...grad((x: Tensor) => sum(power(x, 2)))(tensor([0, 3])).data]).toEqual([0, 6]);
    const entropy = (x: Tensor): Tensor =>
      sum(learn.where(learn.greater(x, 0), multiply(x, log(x)), 0));
    expect([...grad(entropy)(tensor([0, 1])).data]).toEqual([0, 1]);
    for (const large of [exp, learn.expm1, (x: Tensor) => multiply(exp(x), exp(x))]) {
      const below = (x: Tensor): Tensor => sum(learn.where(learn.less(x, 9), large(x), 0));
      const [g, left] = grad(below)(tensor([0, 1000])).data;
      expect([g > 0, left]).toEqual([true, 0]);
    }
    const rows = (x: Tensor): Tensor => learn.logsumexp(x);
    expect([...grad(rows)(tensor([-Infinity, -Infinity])).data]).toEqual([0, 0]);
  });
});

test.each([
  ["square", (x: Tensor) => square(x), 0, 2],
  ["x·x", (x: Tensor) => multiply(x, x), 0, 2],
  ["power", (x: Tensor) => power(x, 2), 0, 2],
  ["abs", (x: Tensor) => learn.abs(x), 0, 4],
  ["relu", (x: Tensor) => learn.relu(x), -1, 4],
  ["clip", (x: Tensor) => learn.clip(x, 0, 9), -1, 4],
  ["maximum", (x: Tensor) => learn.maximum(x, 0), -1, 4],
  ["exp", (x: Tensor) => exp(x), Number.NEGATIVE_INFINITY, 0],
  ["1 − cos", (x: Tensor) => add(1, multiply(-1, learn.cos(x))), 0, Math.PI],
] as const)("the root of %s that stands still at 0 has slope 0, not 0·∞", (_, inner, at, other) => {
  const slopes = grad((x: Tensor) => sum(learn.sqrt(inner(x))))(tensor([at, other])).data;
  expect(Math.abs(slopes[0])).toBe(0);
  expect(Number.isFinite(slopes[1])).toBe(true);
});

test.each([
  ["(x²)^¼", (x: Tensor) => power(square(x), 0.25), 0.5],
  ["(x²)^¼ by power", (x: Tensor) => power(power(x, 2), 0.25), 0.5],
  ["(x·x)^0.1", (x: Tensor) => power(multiply(x, x), 0.1), 0.2],
  ["√√x⁴", (x: Tensor) => learn.sqrt(learn.sqrt(power(x, 4))), 1],
  ["|x|^½", (x: Tensor) => power(learn.abs(x), 0.5), 0.5],
  ["(x³)^⅓", (x: Tensor) => power(power(x, 3), 1 / 3), 1],
  ["relu(x)^¼", (x: Tensor) => power(learn.relu(x), 0.25), 0.25],
  ["with an exponent that is a variable", (x: Tensor) => power(square(x), multiply(0.25, x)), 0.5],
] as const)("a root of what stands still is none of NaN at 0: %s", (_, f, atOne) => {
  const slopes = grad((x: Tensor) => sum(f(x)))(tensor([0, 1])).data;
  expect(slopes[0]).not.toBeNaN();
  expect(Math.abs(slopes[1] - atOne)).toBeLessThan(1e-14);
});

test("a slope that there is not is refused by the name of the operation", () => {
  expect(() => grad((b: Tensor) => power(-2, b))(tensor(2))).toThrow(
    /^power: .*指数.* \/ .*exponent/,
  );
  expect(() => grad((b: Tensor) => sum(power([1, -3], b)))(tensor(2))).toThrow(/^power: /);
  expect(grad((a: Tensor) => power(a, 2))(tensor(-2)).item()).toBe(-4);
  expect(grad((b: Tensor) => power(-2, learn.detach(b)))(tensor(2)).item()).toBe(0);
});

test("a length has gradient 0 at 0, and what never wins a maximum has none", () => {
  const length = (x: Tensor): Tensor => learn.sqrt(sum(square(x)));
  expect([...grad(length)(tensor([0, 0])).data]).toEqual([0, 0]);
  expect([...grad((x: Tensor) => learn.sqrt(learn.max(x)))(tensor([0, -1])).data][1]).toBe(0);
  expect([
    ...grad((x: Tensor) => learn.sqrt(learn.logsumexp(x)))(tensor([0, -Infinity])).data,
  ]).toEqual([Infinity, 0]);
});

test("a gradient that is NaN is not hidden by a slope of 0", () => {
  const broken = (x: Tensor): Tensor =>
    sum(multiply(learn.subtract(exp(1e4), exp(1e4)), learn.relu(x)));
  expect(grad(broken)(tensor([-1])).data[0]).toBeNaN();
});

describe("hessian", () => {
  test("is symmetric and exact for a quadratic", () => {
    const a = [
      [2, 1],
      [1, 3],
    ];
    const f = (x: Tensor): Tensor => multiply(0.5, sum(multiply(x, matmul(a, x))));
    expect(hessian(f)(tensor([0.3, -2])).toArray()).toEqual(a);
  });

  test("takes the entries of a matrix in order", () => {
    const f = (x: Tensor): Tensor => sum(power(x, 3));
    expect(hessian(f)(tensor([[1, 2]])).toArray()).toEqual([
      [6, 0],
      [0, 12],
    ]);
  });

  test("can be differentiated: of x⁴ by x", () => {
    const f = (x: Tensor): Tensor => sum(hessian((y: Tensor) => sum(power(y, 4)))(x));
    expect([...grad(f)(tensor([1, 2])).data]).toEqual([24, 48]);
  });

  test("leaves no record of what it went through", () => {
    let kept: Tensor | undefined;
    hessian((x: Tensor) => {
      kept = exp(x);
      return sum(kept);
    })(tensor([1, 2]));
    expect(kept?.record).toBeUndefined();
  });

  test("is 0 where f is linear", () => {
    expect(hessian((x: Tensor) => sum(x))(tensor([1, 2])).toArray()).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });
});

test.each([
  ["a vector", () => grad((x: Tensor) => x)(tensor([1, 2])), /\[2\]/],
  ["a plain number", () => grad((() => 3) as never)(tensor(1)), /number/],
  ["nothing", () => hessian((() => undefined) as never)(tensor(1)), /undefined/],
  ["a promise", () => valueAndGrad((async () => tensor(1)) as never)(tensor(1)), /Promise/],
  ["no function", () => grad(3 as never), /f 应为函数/],
  ["parameters that are none", () => grad((x: Tensor) => x)("3" as never), /string/],
])("%s is refused, in both languages", (_, call, message) => {
  expect(call).toThrow(TypeError);
  expect(call).toThrow(message);
  expect(call).toThrow(/[一-鿿].* \/ .*[a-z]/);
});

test("all of the automatic differentiation can be read in a lesson: at most 400 lines", () => {
  const folder = "src/learning/autodiff";
  const lines = readdirSync(folder).map((name) => readFileSync(`${folder}/${name}`, "utf8"));
  expect(lines.join("").split("\n").length).toBeLessThanOrEqual(400);
});

class Weights {
  readonly w = tensor([1]);
}
test.each([
  ["Map", new Map([["w", tensor([1])]])],
  ["Set", new Set([tensor([1])])],
  ["Date", new Date()],
  ["Weights", new Weights()],
  ["Promise", Promise.resolve(tensor(1))],
  ["Map", { w: tensor(1), deep: [new Map()] }],
])("refuses a %s, whose parts are no record's, instead of an empty gradient", (name, odd) => {
  const f = () => learn.sum(tensor([1]));
  for (const derived of [learn.grad, learn.valueAndGrad]) {
    expect(() => derived(f as never)(odd as never)).toThrow(TypeError);
    expect(() => derived(f as never)(odd as never)).toThrow(`有 ${name}`);
  }
  const bare = Object.assign(Object.create(null), { w: tensor([3]) });
  expect(
    learn.grad(({ w }: { w: learn.Tensor }) => learn.sum(learn.square(w)))(bare).w.data,
  ).toEqual(Float64Array.of(6));
});
