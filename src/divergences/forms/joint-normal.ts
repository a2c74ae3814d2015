import type { Independent } from "../../distributions/families/independent";
import {
  type MultivariateNormal,
  multivariateNormal,
} from "../../distributions/families/multivariate-normal";

/** Whether every coordinate is normal. */
export const allNormal = (d: Independent): boolean =>
  d.components.every((component) => component.family === "normal");

/** Independent normals as one multivariate normal. */
export function jointNormal(d: Independent): MultivariateNormal {
  const covariance = d.variance.map((v, i) => d.variance.map((_, j) => (i === j ? v : 0)));
  return multivariateNormal(d.mean, covariance);
}
