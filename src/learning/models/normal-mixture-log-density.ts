import type { AnyDistribution } from "../../distributions/distribution";
import type { Independent } from "../../distributions/families/independent";
import type { Mixture } from "../../distributions/families/mixture";
import type { MultivariateNormal } from "../../distributions/families/multivariate-normal";
import type { Normal } from "../../distributions/families/normal";
import { allNormal, jointNormal } from "../../divergences/forms/joint-normal";
import { solveLower } from "../../math/linear-algebra";
import { shapeError } from "../../words/errors";
import { add, multiply, subtract } from "../autodiff/arithmetic";
import { stack } from "../operations/concatenate";
import { square } from "../operations/elementwise-functions";
import { matmul } from "../operations/matmul";
import { logsumexp, sum } from "../operations/reductions";
import { Tensor } from "../tensors/tensor";

interface Bell {
  readonly mean: readonly number[];
  /** The lower root of the covariance. */
  readonly cholesky: readonly (readonly number[])[];
}

function bellOf(d: AnyDistribution): Bell | undefined {
  if (d.family === "normal") {
    const { mean, sd } = d as unknown as Normal;
    return { mean: [mean], cholesky: [[sd]] };
  }
  if (d.family === "multivariateNormal") return d as unknown as MultivariateNormal;
  const joint = d as unknown as Independent;
  return d.family === "independent" && allNormal(joint) ? jointNormal(joint) : undefined;
}

/**
 * ln p of rows under a normal, or a mixture of normals, as operations, so that a gradient passes to the rows.
 *
 * @throws TypeError for another distribution, whose density is no formula of tensors
 */
export function normalMixtureLogDensity(
  caller: string,
  d: AnyDistribution,
): (rows: Tensor) => Tensor {
  const isMixture = d.family === "mixture";
  const { weights, components } = isMixture
    ? (d as unknown as Mixture)
    : { weights: [1], components: [d] };
  const bells = (components as readonly AnyDistribution[]).map(bellOf);
  if (bells.includes(undefined)) {
    throw shapeError(
      caller,
      'source 应为正态分布或其混合：objective: "reverseKl" 要它的密度的导数',
      'source must be a normal or a mixture of normals: objective: "reverseKl" needs the derivative of its density',
    );
  }
  const n = d.dimension;
  const each = (bells as readonly Bell[]).map(({ mean, cholesky }, k) => {
    const columns = mean.map((_, i) =>
      solveLower(
        cholesky,
        mean.map((__, j) => (i === j ? 1 : 0)),
      ),
    );
    const logRoot = cholesky.reduce((total, row, i) => total + Math.log(row[i]), 0);
    return {
      mean: new Tensor(Float64Array.from(mean), [1, n]),
      // L⁻¹ transposed: rows of standard numbers are rows times it.
      toStandard: new Tensor(Float64Array.from(columns.flat()), [n, n]),
      constant: Math.log(weights[k]) - logRoot - (n / 2) * Math.log(2 * Math.PI),
    };
  });
  return (rows) => {
    const logs = each.map(({ mean, toStandard, constant }) => {
      const standard = matmul(subtract(rows, mean), toStandard);
      return add(multiply(-0.5, sum(square(standard), { axis: 1 })), constant);
    });
    return logsumexp(stack(logs, { axis: 1 }), { axis: 1 });
  };
}
