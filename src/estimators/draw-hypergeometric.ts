import { logGamma } from "../math/log-gamma";
import { normalQuantile } from "../math/normal-quantile";
import type { Prng } from "../math/random";

/**
 * How many of `draws` balls are good, taken without replacement from `good` and `bad` ones.
 *
 * One by one where that is few; else by inversion from the mode outwards, some standard deviations of steps; beyond 1e4 of
 * those a rounded normal is nearer to the law than any sample could tell.
 */
export function drawHypergeometric(good: number, bad: number, draws: number, prng: Prng): number {
  if (good > bad) return draws - drawHypergeometric(bad, good, draws, prng);
  if (2 * draws > good + bad) {
    return good - drawHypergeometric(good, bad, good + bad - draws, prng);
  }
  if (good < draws ? good <= 16 : draws <= 16) return oneByOne(good, bad, draws, prng);
  const total = good + bad;
  const mean = (draws * good) / total;
  const sd = Math.sqrt((mean * (bad / total) * (total - draws)) / (total - 1));
  const most = Math.min(good, draws);
  if (sd > 1e4) {
    const z = normalQuantile(Math.min(1 - 2 ** -53, Math.max(2 ** -53, prng())));
    return Math.max(0, Math.min(most, Math.round(mean + sd * z)));
  }
  return fromMode(good, bad, draws, most, prng());
}

function oneByOne(good: number, bad: number, draws: number, prng: Prng): number {
  // Drawing k of good + bad and marking the good ones is as marking `good` of them and asking which are drawn.
  const [few, of] = good < draws ? [good, draws] : [draws, good];
  let [left, total, hits] = [of, good + bad, 0];
  for (let i = 0; i < few; i++) {
    if (prng() * total < left) {
      hits++;
      left--;
    }
    total--;
  }
  return hits;
}

function fromMode(good: number, bad: number, draws: number, most: number, u: number): number {
  const mode = Math.floor(((draws + 1) * (good + 1)) / (good + bad + 2));
  const choose = (n: number, k: number): number =>
    logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
  const atMode = Math.exp(
    choose(good, mode) + choose(bad, draws - mode) - choose(good + bad, draws),
  );
  let [low, high, pLow, pHigh] = [mode, mode, atMode, atMode];
  let rest = u - atMode;
  while (rest > 0 && (low > 0 || high < most)) {
    if (high < most) {
      pHigh *= ((good - high) * (draws - high)) / ((high + 1) * (bad - draws + high + 1));
      high++;
      rest -= pHigh;
      if (rest <= 0) return high;
    }
    if (low > 0) {
      pLow *= (low * (bad - draws + low)) / ((good - low + 1) * (draws - low + 1));
      low--;
      rest -= pLow;
      if (rest <= 0) return low;
    }
    // Rounding may leave a rest that no step takes.
    if (pLow < 1e-18 && pHigh < 1e-18) break;
  }
  return mode;
}
