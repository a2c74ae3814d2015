import type { Cauchy } from "../../../distributions/families/cauchy";
import type { StudentT } from "../../../distributions/families/student-t";
import { cauchyDistance, cauchyForm } from "../cauchy-form";
import { row } from "../closed-form";
import { studentTRatio } from "../student-t-ratio";
import { type Facts, facts } from "./facts";

/** What is known of the cauchy distribution. */
export const cauchyFacts: Facts = facts<Cauchy>({
  family: "cauchy",
  domain: "line",
  logRatio: (p, q) =>
    studentTRatio(
      { df: 1, location: p.location, scale: p.scale },
      { df: 1, location: q.location, scale: q.scale },
    ),
  logDensityText: (x, { location, scale }) =>
    `(log(${scale}) - log(${scale}^2 + (${x} - ${location})^2))`,
  rows: [
    row<Cauchy, Cauchy>("cauchy", "cauchy", { ...cauchyForm, wasserstein: cauchyDistance }),
    row<StudentT, Cauchy>("studentT", "cauchy", {
      ...cauchyForm,
      applies: (p) => p.df === 1,
      wasserstein: cauchyDistance,
    }),
  ],
});
