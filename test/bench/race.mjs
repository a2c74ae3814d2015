// Interleaved races: every round asks each contender once, and the least time of each counts.

/** Seconds by the clock and of this process's processors for `repeat` calls, and the last value. */
export function time(call, repeat) {
  let value;
  const used = process.cpuUsage();
  const start = performance.now();
  for (let i = 0; i < repeat; i++) value = call();
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(used);
  return { seconds, cpu: (user + system) / 1e6, value };
}

/**
 * Least seconds a call of each contender over rounds of about 10 ms each.
 *
 * A contender is `{ name, run(repeat), repeat?, rounds? }`: one that gives `repeat` is not tried first, one that gives
 * `rounds` drops out after so many.
 */
export async function race(contenders, rounds) {
  const best = contenders.map(() => ({ seconds: Infinity, cpu: Infinity, value: Number.NaN }));
  const repeats = [];
  for (const { run, repeat } of contenders) {
    if (repeat) {
      repeats.push(repeat);
      continue;
    }
    await run(1);
    const once = (await run(3)).seconds / 3;
    repeats.push(Math.min(20_000, Math.max(1, Math.ceil(0.01 / once))));
  }
  for (let round = 0; round < rounds; round++) {
    for (const [k, { run, repeat, rounds: most = rounds }] of contenders.entries()) {
      if (round >= most) continue;
      // Once untimed, as in any loop of calls: who comes after another process finds its vectors out of the cache.
      if (!repeat && repeats[k] === 1) await run(1);
      const { seconds, cpu, value } = await run(repeats[k]);
      best[k] = {
        seconds: Math.min(best[k].seconds, seconds / repeats[k]),
        cpu: Math.min(best[k].cpu, cpu / repeats[k]),
        value,
      };
    }
  }
  return best;
}

/**
 * Prints a race; × is how many times as long as the first a contender took, by the clock and by processor time.
 *
 * @param unit `{ per, scale, name }`: seconds are divided by `per` and printed as `name`, `scale` to the second
 * @param want the true value, where it is known
 */
export function table(title, contenders, best, unit, want) {
  console.log(`\n${title}`);
  for (const [k, { name }] of contenders.entries()) {
    const { seconds, cpu, value } = best[k];
    const amount = ((seconds / unit.per) * unit.scale).toFixed(3).padStart(10);
    const ratio = (seconds / best[0].seconds).toFixed(2).padStart(8);
    const busy = (cpu / best[0].cpu).toFixed(2).padStart(8);
    const error =
      want === undefined ? "" : `  error ${Math.abs(value / want - 1).toExponential(1)}`;
    console.log(
      `  ${name.padEnd(34)} ${amount} ${unit.name} ${ratio} × klab (processor ${busy} ×)${error}`,
    );
  }
}
