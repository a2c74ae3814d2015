import {
  type Distribution,
  isDistribution,
  isMultivariate,
} from "../../distributions/distribution";

/** True for a distribution of one coordinate, which is what expressions are about. */
export function isLineDistribution(value: unknown): value is Distribution {
  return isDistribution(value) && !isMultivariate(value);
}
