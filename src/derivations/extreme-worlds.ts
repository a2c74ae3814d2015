import type { Distribution } from "../distributions/distribution";
import { categorical } from "../distributions/families/categorical";
import { mixture } from "../distributions/families/mixture";
import { normal } from "../distributions/families/normal";
import { studentT } from "../distributions/families/student-t";
import type { World } from "./world";

interface Laws {
  readonly P: Distribution;
  readonly Q: Distribution;
  readonly R: Distribution;
}

const shifts = [-2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2];

/** P, Q, R and what goes with them; a family of normals round P, or of tables. */
function extreme(name: string, { P, Q, R }: Laws): World {
  const isDiscrete = P.kind === "discrete";
  return {
    name,
    isExtreme: true,
    scope: {
      P,
      Q,
      R,
      M: mixture([0.5, 0.5], [P, Q]),
      D: (x: number) => 0.1 + 0.8 / (1 + Math.exp(x - 0.8)),
      P_data: P,
      P_G: isDiscrete
        ? (θ: number) => categorical([0.3 + 0.1 * θ, 0.4, 0.3 - 0.1 * θ])
        : (θ: number) => normal(θ, 1),
    },
    sample: { x: { from: "P_data", size: 64 } },
    grid: { θ: shifts },
  };
}

const tiny = 1e-9;
const count = 4096;

/** Every third value has the weight 3, the others 1. */
const uneven = (shift: number): Distribution => {
  const weights = Array.from({ length: count }, (_, i) => ((i + shift) % 3 === 0 ? 3 : 1));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return categorical(weights.map((weight) => weight / total));
};

/** Where bounds fail that hold for distributions not far from each other, and those that ask for a distance. */
export const extremeWorlds: readonly World[] = [
  extreme("几乎不相交的正态", { P: normal(0, 1), Q: normal(10, 1), R: normal(-9, 1.5) }),
  extreme("很宽的对窄的正态", { P: normal(0, 1e5), Q: normal(0, 1), R: normal(5, 1e4) }),
  extreme("很重的尾", {
    P: studentT(1.5, 0, 1),
    Q: studentT(4, 0.5, 0.5),
    R: studentT(1.2, 1, 1),
  }),
  extreme("几乎不相交的表", {
    P: categorical([1 - 2 * tiny, tiny, tiny]),
    Q: categorical([tiny, tiny, 1 - 2 * tiny]),
    R: categorical([tiny, 1 - 2 * tiny, tiny]),
  }),
  extreme("四千多个值的表", {
    P: categorical(Array.from({ length: count }, () => 1 / count)),
    Q: uneven(0),
    R: uneven(1),
  }),
  extreme("完全相同的表", {
    P: categorical([0.2, 0.5, 0.3]),
    Q: categorical([0.2, 0.5, 0.3]),
    R: categorical([0.2, 0.5, 0.3]),
  }),
];
