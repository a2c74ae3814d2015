// Relative entropies as training needs them: of probabilities, log-probabilities and logits, over the last axis.
import { expm1mx } from "../../math/expm1mx";
import { nearLogRatio, relativeEntropyTerm } from "../../math/relative-entropy-term";
import { valueError } from "../../words/errors";
import { add, chained, negative, share, subtract } from "../autodiff/arithmetic";
import { broadcastTo } from "../autodiff/broadcast-to";
import { binary } from "../autodiff/elementwise";
import { asTensor } from "../tensors/as-tensor";
import { broadcastShapes } from "../tensors/broadcast-shapes";
import { placeText, type Tensor, type TensorLike } from "../tensors/tensor";
import { equal, where } from "./choices";
import { exp } from "./elementwise-functions";
import { sum } from "./reductions";
import { rowsOfPair, rowValues, type Sums } from "./rows-of-pair";
import { logSoftmax, softmax } from "./softmax";

function checkProbabilities(name: string, p: TensorLike): Tensor {
  const given = asTensor("klDivergence", name, p);
  const wrong = given.data.findIndex((x) => x < 0 || x === Number.POSITIVE_INFINITY);
  if (wrong < 0) return given;
  const [place, value] = [placeText(wrong, given.shape), given.data[wrong]];
  throw valueError(
    "klDivergence",
    `${name}${place} 是 ${value}，应为概率；logits 请用 klLogits`,
    `${name}${place} is ${value} and must be a probability; use klLogits for logits`,
  );
}

/**
 * D(p‖q) = Σ p ln(p/q) of probabilities, over the last axis, in nats: never NaN, never negative, ∞ where q = 0 < p.
 *
 * Gradients are those of the sum as it stands, ln(p/q) + 1 in p and −p/q in q, and 0 where p = 0 (in p too: along any smooth path of
 * probabilities p′ ln p → 0).
 *
 * @param p, q ≥ 0, each row summing to 1 (what differs by less than 1e-9 is rounding; more is taken as it stands); shapes broadcast
 * @throws RangeError if an entry is no probability, or a row does not sum to 1; TypeError if shapes do not broadcast
 *
 * @example
 * klDivergence([0.5, 0.5], [0.25, 0.75]).item(); // 0.5 * Math.log(4 / 3)
 * grad((q) => klDivergence([0, 1], q))(tensor([0.5, 0.5])).data; // Float64Array.of(-0, -2)
 *
 * Source: S. Kullback and R. A. Leibler, On information and sufficiency (1951).
 */
export function klDivergence(p: TensorLike, q: TensorLike): Tensor {
  const given = [checkProbabilities("p", p), checkProbabilities("q", q)] as const;
  const { pair, values, kept } = rowsOfPair("klDivergence", ["p", "q"], given, (ps, qs) => {
    const sums = { phi: 0, p: 0, q: 0 };
    for (let i = 0; i < ps.length; i++) {
      sums.phi += relativeEntropyTerm(ps[i], qs[i], ps[i] - qs[i]);
      sums.p += ps[i];
      sums.q += qs[i];
    }
    return sums;
  });
  return rowValues(values, kept, pair, [
    (g, [a, b]) => chained(g, where(equal(a, 0), 0, add(logRatio(a, b), 1))),
    (g, [a, b]) => negative(chained(g, share(a, b))),
  ]);
}

/** ln(a/b), to all digits where they are near. */
const logRatio = binary({
  name: "logRatio",
  loop: (out, [x, y], [at, n, i, di, j, dj]) => {
    for (let k = 0; k < n; k++) {
      const [a, b] = [x[i + k * di], y[j + k * dj]];
      out[at + k] = a === b ? 0 : b === 0 ? Number.POSITIVE_INFINITY : nearLogRatio(a, b, a - b);
    }
  },
  slopes: [(g, a) => share(g, a), (g, _, b) => negative(share(g, b))],
});

/**
 * D(p‖q) of log-probabilities, Σ e^ℓp (ℓp − ℓq) over the last axis, in nats: never NaN, never negative, ∞ where ℓq = −∞ < ℓp.
 *
 * Gradients are p(ℓp − ℓq + 1) in ℓp and −p in ℓq, and 0 where p = 0, also where ℓq = −∞ there.
 *
 * @param logP, logQ ≤ 0, −∞ for 0, as from `logSoftmax` or `log`; shapes broadcast
 * @throws RangeError if a row of probabilities does not sum to 1; TypeError if shapes do not broadcast
 *
 * @example
 * klLogProbs([-Infinity, 0], [-Infinity, 0]).item(); // 0
 *
 * Source: S. Kullback and R. A. Leibler, On information and sufficiency (1951).
 */
export function klLogProbs(logP: TensorLike, logQ: TensorLike): Tensor {
  const names = ["exp(logP)", "exp(logQ)"] as const;
  const { pair, values, kept } = rowsOfPair("klLogProbs", names, [logP, logQ], logSums);
  return rowValues(values, kept, pair, [
    (g, [a, b]) => chained(g, chained(exp(a), add(logDifference(a, b), 1))),
    (g, [a]) => negative(chained(g, exp(a))),
  ]);
}

function logSums(ps: Float64Array, qs: Float64Array): Sums {
  const sums = { phi: 0, p: 0, q: 0 };
  for (let i = 0; i < ps.length; i++) {
    const [a, b] = [ps[i], qs[i]];
    const [p, q] = [Math.exp(a), Math.exp(b)];
    sums.p += p;
    sums.q += q;
    // p (e^t − 1 − t), t = ln q − ln p; where e^t is large, nothing cancels.
    if (p === 0) sums.phi += q;
    else sums.phi += b - a > 1 ? q - p - p * (b - a) : p * expm1mx(b - a);
  }
  return sums;
}

/** a − b of logarithms or of their differences, 0 where both are −∞ (nothing is weighed there) or both ∞. */
const logDifference = binary({
  name: "logDifference",
  loop: (out, [x, y], [at, n, i, di, j, dj]) => {
    for (let k = 0; k < n; k++) {
      const [a, b] = [x[i + k * di], y[j + k * dj]];
      out[at + k] = a === b ? 0 : a - b;
    }
  },
  slopes: [(g) => g, (g) => negative(g)],
});

/**
 * D(p‖q) of p = softmax(pLogits) and q = softmax(qLogits), over the last axis, in nats: never NaN, never negative, to all digits where the
 * logits are near. Fixed numbers may be added to a row of logits.
 *
 * Gradients are p(ln(p/q) − D) in the logits of p, 0 where both ln(p/q) and D are ∞, and q − p in those of q.
 *
 * @param pLogits, qLogits −∞ for probability 0, not throughout a row; shapes broadcast
 * @throws RangeError for a row that is −∞ throughout; TypeError if shapes do not broadcast
 *
 * @example
 * grad((z) => klLogits([0, 0], z))(tensor([0, 0])).data; // Float64Array.of(0, 0)
 *
 * Source: S. Kullback and R. A. Leibler, On information and sufficiency (1951).
 */
export function klLogits(pLogits: TensorLike, qLogits: TensorLike): Tensor {
  const given = [
    asTensor("klLogits", "pLogits", pLogits),
    asTensor("klLogits", "qLogits", qLogits),
  ];
  const [logP, logQ] = given.map((each) => logSoftmax(each));
  const shape = broadcastShapes("klLogits", logP.shape, logQ.shape);
  const [a, b] = given.map((each) => broadcastTo(each, shape));
  const names = ["pLogits", "qLogits"] as const;
  for (const [which, each] of [logP, logQ].entries()) checkRows(names[which], each);
  const { values, kept } = rowsOfPair("klLogits", names, [logP, logQ], logSums);
  const n = shape[shape.length - 1];
  const p = softmax(a).data;
  for (let row = 0; row < values.length; row++) {
    const value = nearValue(a.data, b.data, p, row * n, n);
    if (value !== undefined) values[row] = value;
  }
  return rowValues(
    values,
    kept,
    [a, b],
    [
      (g, [x, y]) => {
        const gap = logDifference(logSoftmax(x), logSoftmax(y));
        const weight = softmax(x);
        const value = sum(chained(weight, gap), { axis: -1, keepDims: true });
        return chained(g, chained(weight, logDifference(gap, value)));
      },
      (g, [x, y]) => chained(g, subtract(softmax(y), softmax(x))),
    ],
  );
}

/** A row that is −∞ throughout has no probabilities. */
function checkRows(name: string, logits: Tensor): void {
  const { data, shape } = logits;
  const n = shape[shape.length - 1] ?? 1;
  for (let row = 0; row < data.length / n; row++) {
    if (data.subarray(row * n, (row + 1) * n).some((x) => x !== Number.NEGATIVE_INFINITY)) continue;
    const place = placeText(row, shape.slice(0, -1));
    throw valueError(
      "klLogits",
      `${name}${place} 全是 −∞，没有概率；至少要有一项有限`,
      `${name}${place} is −∞ throughout and has no probabilities; at least one entry must be finite`,
    );
  }
}

/**
 * ln Σ p e^d for d = z_q − z_p less its mean under p, which is ln(1 + Σ p (e^d − 1 − d)): nothing cancels. Undefined where logits are not
 * near, and the sum over log-probabilities is as good.
 */
function nearValue(
  a: Float64Array,
  b: Float64Array,
  p: Float64Array,
  from: number,
  n: number,
): number | undefined {
  let mean = 0;
  for (let i = from; i < from + n; i++) mean += p[i] * (b[i] - a[i]);
  let total = 0;
  for (let i = from; i < from + n; i++) {
    const d = b[i] - a[i] - mean;
    if (!(Math.abs(d) < 1)) return undefined;
    total += p[i] * expm1mx(d);
  }
  return Math.log1p(total);
}
