// kl of two distributions beside torch.distributions.kl_divergence: one pair a call, float64, ready-made distributions.
import { race, table, time } from "./race.mjs";

export async function closedFormsBlock({ klab, python }) {
  const { normal, gamma, beta, poisson, laplace, dirichlet, multivariateNormal, kl } = klab;
  if (!python?.families.length)
    console.log("\nno Python with PyTorch: closed forms are timed without peers");
  // peers.py holds the same pairs under the same names.
  const pairs = {
    normal: [normal(0, 1), normal(1, 2)],
    gamma: [gamma(2, 1), gamma(3, 2)],
    beta: [beta(2, 3), beta(1.5, 4)],
    poisson: [poisson(3), poisson(4)],
    laplace: [laplace(0, 1), laplace(1, 2)],
    dirichlet: [dirichlet([1, 2, 3]), dirichlet([2, 2, 2])],
    multivariateNormal: [
      multivariateNormal(
        [0, 0],
        [
          [1, 0.5],
          [0.5, 1],
        ],
      ),
      multivariateNormal(
        [1, 0],
        [
          [2, 0],
          [0, 1],
        ],
      ),
    ],
  };
  for (const [name, [p, q]] of Object.entries(pairs)) {
    const contenders = [
      { name: "klab kl", run: (repeat) => time(() => kl(p, q), repeat) },
      ...(python?.families.includes(name)
        ? [
            {
              name: "torch kl_divergence",
              run: (repeat) => python.ask({ run: "family", name, repeat }),
            },
          ]
        : []),
    ];
    time(() => kl(p, q), 20_000); // compiled before the race
    const best = await race(contenders, 15);
    const unit = { per: 1, scale: 1e6, name: "µs" };
    table(`closed form, ${name} (error: from klab's value)`, contenders, best, unit, kl(p, q));
  }
}
