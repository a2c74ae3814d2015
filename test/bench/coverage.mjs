// The estimators' arena: bias, spread and coverage of the 95 % intervals on known answers; no race.

/** Pairs of normal distributions; N(1,4) is mean 1 and variance 4, so normal(1, 2). */
export function arenaPairs({ normal, multivariateNormal }) {
  const same = (n, off = 0) =>
    Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => (i === j ? 1 : off)));
  const at = (n, x = 0) => new Array(n).fill(x);
  return [
    ["N(0,1) ‖ N(1,4), variances", normal(0, 1), normal(1, 2)],
    [
      "2-D, correlation 0.5 ‖ 0",
      multivariateNormal(at(2), same(2, 0.5)),
      multivariateNormal(at(2), same(2)),
    ],
    [
      "2-D, means one sd apart",
      multivariateNormal(at(2), same(2)),
      multivariateNormal([1, 0], same(2)),
    ],
    [
      "10-D, correlation 0 ‖ 0.3, means 0.2 apart",
      multivariateNormal(at(10), same(10)),
      multivariateNormal(at(10, 0.2), same(10, 0.3)),
    ],
  ];
}

/** `full` tries 200 times, and classifiers in ten dimensions too: minutes. */
export function coverageBlock({ klab, quick, full }) {
  const n = 1000;
  const fast = ["nearestNeighbours", "histogram"];
  const fitted = ["classifier", "donskerVaradhan"];
  for (const [i, [title, p, q]] of arenaPairs(klab).entries()) {
    const repeats = full ? 200 : quick ? 10 : i === 3 ? 20 : 50;
    const methods = full || i < 3 ? [...fast, ...fitted] : fast;
    const rows = klab.estimatorArena(p, q, { n, repeats, methods, prng: klab.seeded(11) });
    console.log(
      `\narena: ${title}; D = ${rows[0].truth.toFixed(4)} nats, n = m = ${n}, ${repeats} tries`,
    );
    for (const { method, bias, spread, coverage } of rows) {
      const error = Math.sqrt((coverage * (1 - coverage)) / repeats);
      console.log(
        `  ${method.padEnd(18)} bias ${bias.toFixed(4).padStart(8)}  sd ${spread.toFixed(4)}  coverage ${(100 * coverage).toFixed(1).padStart(5)} % ± ${(100 * error).toFixed(1)}`,
      );
    }
    for (const method of [...fast, ...fitted].filter((name) => !methods.includes(name))) {
      console.log(`  ${method.padEnd(18)} left out: slow in ten dimensions; --full tries it`);
    }
  }
}
