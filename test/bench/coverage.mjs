// The estimators' arena: bias, spread and coverage of the 95 % intervals on known answers; no race.

import { arenaPairs } from "./arena-pairs.mjs";

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
