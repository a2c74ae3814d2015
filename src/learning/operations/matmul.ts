import { matrixProduct } from "../../math/product-with-transposed";
import { simdKernel } from "../../math/simd/simd-kernel";
import type { MatrixView } from "../../math/simd/sparse-product";
import { shapeError } from "../../words/errors";
import { recorded } from "../autodiff/recorded";
import { asTensor } from "../tensors/as-tensor";
import { checkSize } from "../tensors/check-shape";
import { shapeText, type Tensor, type TensorLike } from "../tensors/tensor";
import { reshape } from "./reshape";

/**
 * The product of matrices, Σₖ aᵢₖ bₖⱼ; a vector is a row on the left and a column on the right, and its axis is left out.
 *
 * By a SIMD kernel, or loops that give the same bits. More axes of `a` are rows as well.
 *
 * @param a … × K
 * @param b K × N, or K
 * @throws TypeError if the inner lengths differ
 *
 * @example
 * matmul([[1, 2], [3, 4]], [[5, 6], [7, 8]]).toArray(); // [[19, 22], [43, 50]]
 * matmul([1, 2], [3, 4]).item(); // 11
 *
 * Source: C. R. Harris et al., Array programming with NumPy (2020).
 */
export function matmul(a: TensorLike, b: TensorLike): Tensor {
  const left = asTensor("matmul", "a", a);
  const right = asTensor("matmul", "b", b);
  const depth = left.shape[left.shape.length - 1];
  const isFit = left.shape.length > 0 && right.shape.length > 0 && right.shape.length < 3;
  if (!isFit || depth !== right.shape[0]) throw unfit(left.shape, right.shape);
  const shape = [...left.shape.slice(0, -1), ...right.shape.slice(1)];
  checkSize("matmul", shape);
  const product = matrixProductOf(
    { matrix: reshape(left, [-1, depth]), isTransposed: false },
    { matrix: reshape(right, [depth, -1]), isTransposed: false },
  );
  return reshape(product, shape);
}

interface Factor {
  readonly matrix: Tensor;
  readonly isTransposed: boolean;
}

const flipped = ({ matrix, isTransposed }: Factor): Factor => ({
  matrix,
  isTransposed: !isTransposed,
});

/** A·B, either of them transposed: what gradients of products are again, so that no transpose is written out. */
function matrixProductOf(a: Factor, b: Factor): Tensor {
  const [rows, depth] = sizesOf(a);
  const columns = sizesOf(b)[1];
  const data = matrixProduct(rowsOf(a), rowsOf(flipped(b)), { rows, columns, depth }, simdKernel());
  const ofLeft = (g: Factor, right: Factor): Tensor =>
    a.isTransposed ? matrixProductOf(right, flipped(g)) : matrixProductOf(g, flipped(right));
  const ofRight = (g: Factor, left: Factor): Tensor =>
    b.isTransposed ? matrixProductOf(flipped(g), left) : matrixProductOf(flipped(left), g);
  return recorded(
    data,
    [rows, columns],
    [a.matrix, b.matrix],
    [
      (g, [, matrix]) => ofLeft({ matrix: g, isTransposed: false }, { ...b, matrix }),
      (g, [matrix]) => ofRight({ matrix: g, isTransposed: false }, { ...a, matrix }),
    ],
  );
}

const sizesOf = ({ matrix: { shape }, isTransposed }: Factor): readonly number[] =>
  isTransposed ? [shape[1], shape[0]] : shape;

const rowsOf = ({ matrix: { data, shape }, isTransposed }: Factor): MatrixView =>
  isTransposed
    ? { data, rowStep: 1, depthStep: shape[1] }
    : { data, rowStep: shape[1], depthStep: 1 };

const unfit = (a: readonly number[], b: readonly number[]): TypeError => {
  const [left, right] = [shapeText(a), shapeText(b)];
  return shapeError(
    "matmul",
    `形状 ${left} 与 ${right} 不能相乘：a 的最后一轴与 b 的第一轴应等长，b 至多两轴`,
    `shapes ${left} and ${right} cannot be multiplied: the last axis of a and the first of b must have one length, and b at most two axes`,
  );
};
