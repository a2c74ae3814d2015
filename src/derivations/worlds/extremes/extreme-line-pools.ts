import type { Distribution } from "../../../distributions/distribution";
import { categorical } from "../../../distributions/families/categorical";
import { exponential } from "../../../distributions/families/exponential";
import { gamma } from "../../../distributions/families/gamma";
import { logNormal } from "../../../distributions/families/log-normal";
import { normal } from "../../../distributions/families/normal";
import { studentT } from "../../../distributions/families/student-t";
import type { Pool } from "../line-pools";

const alike = (law: Distribution): readonly Distribution[] => [law, law, law, law];

/** Bounds that are false fail here: far apart, wide beside narrow, narrow beside wide, heavy tails, one distribution. */
export const extremeContinuousPools: readonly Pool[] = [
  {
    name: "几乎不相交的正态",
    extreme: "apart",
    isDiscrete: false,
    distributions: [normal(0, 1), normal(10, 1), normal(-9, 1.5), normal(5, 0.4)],
    family: (θ) => normal(θ, 1),
    range: [-12, 12],
    value: 1,
  },
  {
    name: "很宽的对窄的正态",
    extreme: "apart",
    isDiscrete: false,
    distributions: [normal(0, 1e5), normal(0, 1), normal(5, 1e4), normal(0, 10)],
    family: (θ) => normal(θ, 100),
    range: [-1000, 1000],
    value: 1,
  },
  {
    name: "极窄的对宽的正态",
    extreme: "apart",
    isDiscrete: false,
    distributions: [normal(0, 1e-6), normal(0, 1), normal(0.5, 1e-3), normal(0, 10)],
    family: (θ) => normal(θ, 1e-3),
    range: [-1, 1],
    value: 1e-6,
  },
  {
    name: "很重的尾",
    extreme: "apart",
    isDiscrete: false,
    distributions: [
      studentT(1.5, 0, 1),
      studentT(4, 0.5, 0.5),
      studentT(1.2, 1, 1),
      studentT(2.5, 0, 2),
    ],
    family: (θ) => studentT(1.5, θ, 1),
    range: [-3, 3],
    value: 1,
  },
  {
    name: "完全相同的正态",
    extreme: "alike",
    isDiscrete: false,
    distributions: alike(normal(0.3, 1.2)),
    family: (θ) => normal(θ, 1.2),
    range: [-1.2, 1.8],
    value: 0.3,
  },
];

/** The same for values above 0. */
export const extremePositivePools: readonly Pool[] = [
  {
    name: "很慢的对快的指数",
    extreme: "apart",
    isDiscrete: false,
    distributions: [exponential(1e-5), exponential(1), exponential(1e3), exponential(0.1)],
    family: (θ) => exponential(θ),
    range: [1e-3, 1e3],
    value: 1,
  },
  {
    name: "几乎不相交的对数正态",
    extreme: "apart",
    isDiscrete: false,
    distributions: [logNormal(-4, 0.3), logNormal(4, 0.3), logNormal(0, 0.01), logNormal(0, 3)],
    family: (θ) => logNormal(θ, 0.3),
    range: [-6, 6],
    value: 1,
  },
  {
    name: "完全相同的伽马",
    extreme: "alike",
    isDiscrete: false,
    distributions: alike(gamma(2, 1)),
    family: (θ) => gamma(2, θ),
    range: [0.4, 3],
    value: 1.4,
  },
];

const many = 2 ** 15;
const tiny = 1e-9;

/** Every third value has the weight `heavy`, the others 1, in all `count`. */
const uneven = (count: number, heavy: number, shift: number): Distribution => {
  const weights = Array.from({ length: count }, (_, i) => ((i + shift) % 3 === 0 ? heavy : 1));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return categorical(weights.map((weight) => weight / total));
};

/** The same for whole numbers: tables that hardly meet, very many values, one distribution, a certain value. */
export const extremeDiscretePools = (): readonly Pool[] => [
  {
    name: "几乎不相交的表",
    extreme: "apart",
    isDiscrete: true,
    distributions: [
      categorical([1 - 2 * tiny, tiny, tiny]),
      categorical([tiny, tiny, 1 - 2 * tiny]),
      categorical([tiny, 1 - 2 * tiny, tiny]),
      categorical([0.5, tiny, 0.5 - tiny]),
    ],
    family: (θ) => categorical([θ ** 2, 2 * θ * (1 - θ), (1 - θ) ** 2]),
    range: [1e-6, 1 - 1e-6],
    value: 1,
  },
  {
    name: "三万多个值的表",
    extreme: "many",
    isDiscrete: true,
    distributions: [uneven(many, 1, 0), uneven(many, 3, 0), uneven(many, 3, 1), uneven(many, 9, 2)],
    family: (θ) => uneven(1024, 1 + θ, 0),
    range: [0.1, 2],
    value: 2,
  },
  {
    name: "完全相同的表",
    extreme: "alike",
    isDiscrete: true,
    distributions: alike(categorical([0.2, 0.5, 0.3])),
    family: (θ) => categorical([0.2, θ, 0.8 - θ]),
    range: [0.1, 0.7],
    value: 1,
  },
  {
    name: "只有一个值的表",
    extreme: "alike",
    isDiscrete: true,
    distributions: [
      categorical([0, 1, 0]),
      categorical([0.3, 0.4, 0.3]),
      categorical([0.1, 0.8, 0.1]),
      categorical([0.25, 0.5, 0.25]),
    ],
    family: (θ) => categorical([0.2, θ, 0.8 - θ]),
    range: [0.1, 0.7],
    value: 1,
  },
];
