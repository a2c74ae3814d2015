import type { Distribution } from "../../distributions/distribution";

/** Extra bits a symbol of a Shannon code made for q, on blocks of n binary symbols that follow p. */
export function shannonBlockExcess(p: number, q: number, n: number): number {
  let mean = 0;
  let choose = 1;
  for (let ones = 0; ones <= n; ones++) {
    // All blocks with as many ones are alike.
    const probability = choose * (1 - p) ** ones * p ** (n - ones);
    const surprisal = -(ones * Math.log2(1 - q) + (n - ones) * Math.log2(q));
    mean += probability * Math.ceil(surprisal);
    choose = (choose * (n - ones)) / (ones + 1);
  }
  const entropy = -(p * Math.log2(p) + (1 - p) * Math.log2(1 - p));
  return mean / n - entropy;
}

/** D of two densities cut into bins of one width around 0, in nats. */
export function quantizedDivergence(p: Distribution, q: Distribution, width: number): number {
  let sum = 0;
  const low = Math.floor(p.quantile(1e-14) / width);
  const high = Math.ceil(p.quantile(1 - 1e-14) / width);
  for (let bin = low; bin <= high; bin++) {
    const inP = p.cdf((bin + 1) * width) - p.cdf(bin * width);
    const inQ = q.cdf((bin + 1) * width) - q.cdf(bin * width);
    if (inP > 0) sum += inP * Math.log(inP / inQ);
  }
  return sum;
}
