const numbers = /(?<![\p{L}\p{N}_.])-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/gu;

/**
 * What a family is, from what it prints at three of its parameter's values: `normal(mean=θ, sd=1)`, `poisson(rate=6·θ)`;
 * undefined where a number moves otherwise than in proportion.
 */
export function familyText(
  printed: (value: number) => string,
  parameter: string,
  [low, high]: readonly [number, number],
): string | undefined {
  // No round values: they could stand among the fixed numbers by chance.
  const values = [0.31, 0.57, 0.83].map((u) => Number((low + u * (high - low)).toPrecision(5)));
  const texts = values.map(printed);
  const found = texts.map((text) => [...text.matchAll(numbers)].map(Number));
  const [first] = texts;
  if (texts.some((text) => text.replace(numbers, "#") !== first.replace(numbers, "#"))) return;
  let place = -1;
  let isProportional = true;
  const text = first.replace(numbers, (own) => {
    place++;
    const [a, b, c] = found.map((row) => row[place]);
    if (a === b && b === c) return own;
    const slope = (b - a) / (values[1] - values[0]);
    const start = a - slope * values[0];
    const scale = Math.max(Math.abs(a), Math.abs(c), 1);
    if (Math.abs(start + slope * values[2] - c) > 1e-9 * scale) isProportional = false;
    return linear(Number(start.toPrecision(9)), Number(slope.toPrecision(9)), parameter, scale);
  });
  return isProportional ? text : undefined;
}

function linear(start: number, slope: number, parameter: string, scale: number): string {
  const size = Math.abs(slope) === 1 ? parameter : `${Math.abs(slope)}·${parameter}`;
  if (Math.abs(start) < 1e-8 * scale) return slope < 0 ? `-${size}` : size;
  return `${start} ${slope < 0 ? "-" : "+"} ${size}`;
}
