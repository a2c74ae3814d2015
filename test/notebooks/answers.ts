/** Answers a student might give to one exercise, as the code of the cell that comes after it. */
export interface Answers {
  /** Two plausible mistakes. */
  readonly wrong: readonly [string, string];
  /** A right answer that is not the solution's. */
  readonly right: string;
  /** The right numbers as somebody writes them down: with three digits. Where the answer is a number. */
  readonly rounded?: string;
}

/** For each lesson, one entry an exercise, in their order. */
export const answers: Readonly<Record<string, readonly Answers[]>> = {
  "00-guide": [
    {
      wrong: ["warmUp = 0.143841;", "warmUp = 0.188722;"],
      right: "warmUp = Math.log2(1 / Math.sqrt(0.75));",
      rounded: "warmUp = 0.208;",
    },
    {
      wrong: ['oneTerm = "H(Q, P)";', 'oneTerm = "H(Q)";'],
      right: 'oneTerm = "E(x ~ P, -log(Q(x)))";',
    },
  ],
  "01-entropy-and-coding": [
    {
      wrong: ["perRace = 2; wasted = 0.25 * Math.LN2;", "perRace = 1.75; wasted = 0.25;"],
      right: `perRace = crossEntropy([1 / 2, 1 / 4, 1 / 8, 1 / 8], [0.25, 0.25, 0.25, 0.25], { base: 2 });
wasted = perRace - (1 / 2 + 2 / 4 + 3 / 8 + 3 / 8);`,
      rounded: "perRace = 2; wasted = 0.25;",
    },
    {
      wrong: [
        "entropyBits = 1.36; meanBits = 2; impliedFirst = 0.25; wasteBits = 0.643;",
        "entropyBits = 1.36; meanBits = 1.5; impliedFirst = 0.7; wasteBits = 0.143;",
      ],
      rounded: "entropyBits = 1.36; meanBits = 1.5; impliedFirst = 0.5; wasteBits = 0.143;",
      right: `entropyBits = entropy([0.7, 0.1, 0.1, 0.1], { base: 2 });
meanBits = codeLength([0.7, 0.1, 0.1, 0.1], huffmanCode([0.7, 0.1, 0.1, 0.1]));
impliedFirst = 2 ** -1;
wasteBits = kl([0.7, 0.1, 0.1, 0.1], [1 / 2, 1 / 4, 1 / 8, 1 / 8], { base: 2 });`,
    },
    {
      wrong: [
        `makeWords = (lengths) => {
  let next = 0;
  let reached = 0;
  return lengths.map((l) => {
    next *= 2 ** (l - reached);
    reached = l;
    return (next++).toString(2).padStart(l, "0");
  });
};`,
        'makeWords = (lengths) => lengths.map((l, i) => i.toString(2).padStart(l, "0"));',
      ],
      right: `makeWords = (lengths) => {
  const words: string[] = lengths.map(() => "");
  const longestFirst = lengths.map((l, i) => ({ l, i })).sort((a, b) => b.l - a.l);
  let used = 0;
  for (const { l, i } of longestFirst) {
    used = (Math.ceil(used * 2 ** l) + 1) / 2 ** l;
    words[i] = Math.round((1 - used) * 2 ** l).toString(2).padStart(l, "0");
  }
  return words;
};`,
    },
    {
      wrong: [
        'uniformLine = "E(x ~ P, log(P(x)) - log(k))";',
        'uniformLine = "E(x ~ P, log(P(x)/U(x)))";',
      ],
      right: String.raw`uniformLine = "\\mathbb{E}_{x\\sim P}\\left[\\log\\left(k\\,P(x)\\right)\\right]";`,
    },
    {
      wrong: [
        'roundedLine = "E(x ~ P, -log2(Q(x))) - H(P)/log(2)";',
        'roundedLine = "E(x ~ P, 1 - log2(Q(x)))";',
      ],
      right: 'roundedLine = "E(x ~ P, 1 + log2(P(x)/Q(x)))";',
    },
    {
      wrong: [
        "trueLaw = [0.5, 0.25, 0.25]; wrongLaw = [0.6, 0.2, 0.2];",
        "trueLaw = [0.6, 0.3, 0.1]; wrongLaw = [0.02, 0.03, 0.95];",
      ],
      right: "trueLaw = [0.24, 0.5, 0.26]; wrongLaw = [0.02, 0.97, 0.01];",
      rounded: "trueLaw = [0.333, 0.333, 0.333]; wrongLaw = [0.99, 0.005, 0.005];",
    },
  ],
  "02-relative-entropy": [
    {
      wrong: ['better = "乙"; gapInBits = 0.0932;', 'better = "甲"; gapInBits = 0.0646;'],
      rounded: 'better = "甲"; gapInBits = 0.093;',
      right: `better = "甲";
gapInBits = [0.6, 0.3, 0.1].reduce(
  (sum, p, i) => sum + p * Math.log2([0.5, 0.3, 0.2][i] / [0.8, 0.15, 0.05][i]), 0);`,
    },
    {
      wrong: [
        "tailRatio = 1.5; headTerm = -0.144; tailTerm = 0.203; sumInBits = 0.085;",
        "tailRatio = 1.5; headTerm = 0.0228; tailTerm = 0.0361; sumInBits = 0.0589;",
      ],
      rounded: "tailRatio = 1.5; headTerm = 0.0228; tailTerm = 0.0361; sumInBits = 0.085;",
      right: `tailRatio = 3 / 2;
headTerm = Math.log(3 / 4) / 2 + 1 / 6;
tailTerm = Math.log(3 / 2) / 2 - 1 / 6;
sumInBits = Math.log2(3) - 3 / 2;`,
    },
    {
      wrong: [
        "smooth = (q, ε) => q.map((qi) => qi + ε); bestEpsilon = 0.3;",
        `smooth = (q, ε) => q.map((qi) => (1 - ε) * qi + ε / q.length);
bestEpsilon = 0.01;`,
      ],
      rounded: `smooth = (q, ε) =>
  q.map((qi) => Number(((1 - ε) * qi + ε / q.length).toFixed(3)));
bestEpsilon = 0.3;`,
      right: `smooth = (q, ε) => {
  const uniform = 1 / q.length;
  return q.map((qi) => qi + ε * (uniform - qi));
};
bestEpsilon = 0.29;`,
    },
    {
      wrong: [
        'tangentLine = "E(x ~ P, Q(x)/P(x) - 1)";',
        'tangentLine = "log(E(x ~ P, P(x)/Q(x)))";',
      ],
      right: String.raw`tangentLine = "\\mathbb{E}_{x\\sim P}\\left[\\frac{P(x)-Q(x)}{Q(x)}\\right]";`,
    },
    {
      wrong: [
        'densityLine = "E(x ~ P, log(σ_2) + (x - μ_2)^2/(2*σ_2^2))";',
        'densityLine = "log(σ_2) + log(2*π)/2 + (σ_1^2 + (μ_1 - μ_2)^2)/(2*σ_2^2)";',
      ],
      right: 'densityLine = "log(σ_2*√(2*π)) + E(x ~ P, (x - μ_2)^2)/(2*σ_2^2)";',
    },
    {
      wrong: ["coins = [0.5, 0.4, 0];", "coins = [0.5, 0.45, 0.1];"],
      right: "coins = [0.4, 0.95, 0.999999];",
    },
  ],
  "03-continuous": [
    {
      wrong: [
        "crossEntropyF = 1.8 * crossEntropy(normal(20, 5), normal(18, 6)); klF = 0.0851009;",
        "crossEntropyF = 3.7013; klF = 0.0851009 + Math.log(1.8);",
      ],
      right: `crossEntropyF =
  Math.log(10.8 * Math.sqrt(2 * Math.PI)) + (9 ** 2 + 3.6 ** 2) / (2 * 10.8 ** 2);
klF = crossEntropyF - Math.log(9 * Math.sqrt(2 * Math.PI * Math.E));`,
      rounded: "crossEntropyF = 3.7; klF = 0.0851;",
    },
    {
      wrong: [
        "squared = (f) => (y) => f(Math.sqrt(y)) / Math.sqrt(y); klSquared = 0.4128;",
        `squared = (f) => (y) => (f(Math.sqrt(y)) + f(-Math.sqrt(y))) / (2 * Math.sqrt(y));
klSquared = kl(P, Q);`,
      ],
      right: `squared = (f) => (y) =>
  [1, -1].reduce((sum, sign) => sum + f(sign * y ** 0.5) * 0.5 * y ** -0.5, 0);
klSquared = kl(folded(P), folded(Q));`,
      rounded: `squared = (f) => (y) => (f(Math.sqrt(y)) + f(-Math.sqrt(y))) / (2 * Math.sqrt(y));
klSquared = 0.413;`,
    },
    {
      wrong: [
        "ownEntropy = 1; crossed = 0.5; excess = -0.5; inMonths = 3.48;",
        "ownEntropy = 1; crossed = 1.1931; excess = 0.1931; inMonths = 1 - Math.log(12);",
      ],
      right: `ownEntropy = exponential(1).entropy;
crossed = 0.5 - Math.log(0.5);
excess = kl(exponential(1), exponential(0.5));
inMonths = 1 + Math.log(12);`,
      rounded: "ownEntropy = 1; crossed = 1.19; excess = 0.193; inMonths = 3.48;",
    },
    {
      wrong: ['bentLine = "E(x ~ P, -log(P(x)*J(x)))";', 'bentLine = "E(y ~ P_Y, -log(P_Y(y)))";'],
      right: "bentLine = String.raw`\\mathbb{E}_{x\\sim P}[\\log J(x)-\\log P(x)]`;",
    },
    {
      wrong: [
        "distanceFromNormal = (d) => kl(normal(d.mean, Math.sqrt(d.variance)), d);",
        "distanceFromNormal = (d) => kl(d, normal(d.mean, d.variance));",
      ],
      right: `distanceFromNormal = (d) =>
  Math.log(2 * Math.PI * Math.E * d.variance) / 2 - d.entropy;`,
      rounded: `distanceFromNormal = (d) =>
  Number((1.419 + Math.log(d.variance) / 2 - d.entropy).toPrecision(3));`,
    },
    {
      wrong: ['mostLine = "H(N, P) - H(P)";', 'mostLine = "E(x ~ N, -log(N(x))) - H(P)";'],
      right: 'mostLine = "E(x ~ P, -log(N(x))) - H(P)";',
    },
  ],
  "04-information-gain": [
    {
      wrong: [
        "sick = 0.9; gainBits = 0.1804; meanBits = 0.0261;",
        `sick = 0.009 / 0.0981;
gainBits = kl([0.01, 0.99], [sick, 1 - sick], bits);
meanBits = 0.0261;`,
      ],
      right: `sick = 1 / (1 + (0.99 * 0.09) / (0.01 * 0.9));
gainBits = sick * Math.log2(sick / 0.01) + (1 - sick) * Math.log2((1 - sick) / 0.99);
meanBits = mutualInformation([[0.009, 0.0891], [0.001, 0.9009]], { base: 2 });`,
      rounded: "sick = 0.0917; gainBits = 0.18; meanBits = 0.0261;",
    },
    {
      wrong: [
        "opened = 0.5; switching = 0.5; hostBits = 0.585; luckyBits = 0.585;",
        "opened = 0.5; switching = 0.667; hostBits = 1; luckyBits = 0.585;",
      ],
      right: `opened = 1 / 2;
switching = 1 - 1 / 3;
hostBits = Math.log2(3) - entropy([1 / 3, 2 / 3], bits);
luckyBits = Math.log2(3) - 1;`,
      rounded: "opened = 0.5; switching = 0.667; hostBits = 0.667; luckyBits = 0.585;",
    },
    {
      wrong: [
        `expectedGain = (prior, answers) => sum(answers[0].map((_, k) => {
  const likelihood = answers.map((row) => row[k]);
  return informationGain(prior, update(prior, likelihood), bits) / answers[0].length;
}));
better = "大于4吗";`,
        `expectedGain = (prior, answers) => {
  const pairs = prior.map((p, z) => answers[z].map((a) => p * a));
  return mutualInformation(pairs, bits);
};
better = "是5吗";`,
      ],
      right: `expectedGain = (prior, answers) => {
  const H = (v: number[]): number => sum(v.map((x) => (x > 0 ? -x * Math.log2(x) : 0)));
  const marginal = answers[0].map((_, k) => sum(prior.map((p, z) => p * answers[z][k])));
  return H(marginal) - sum(prior.map((p, z) => p * H(answers[z])));
};
better = "大于4吗";`,
      rounded: `expectedGain = (prior, answers) => {
  const pairs = prior.map((p, z) => answers[z].map((a) => p * a));
  return Number(mutualInformation(pairs, bits).toPrecision(3));
};
better = "大于4吗";`,
    },
    {
      wrong: [
        "faceLine = 'E(x ~ data, E(z ~ p(· | x), log(p(x, z)/prior(z))))';",
        "faceLine = 'E(x ~ data, E(z ~ p(· | x), log(p(z | x)) - log(prior(z))))';",
      ],
      right:
        "faceLine = 'E(x ~ data, E(z ~ p(· | x), log(p(z, x)) - log(data(x)) - log(prior(z))))';",
    },
    {
      wrong: [
        "splitLine = 'H(data) + E(z ~ prior, H(p(· | z)))';",
        "splitLine = 'H(prior) - E(x ~ data, H(p(· | x)))';",
      ],
      right: "splitLine = 'E(z ~ prior, H(p(· | z), data)) - E(z ~ prior, H(p(· | z)))';",
    },
    {
      wrong: [
        "firmPrior = [0.98, 0.01, 0.01]; message = [0.98, 0.01, 0.01];",
        "firmPrior = [0.8, 0.1, 0.1]; message = [0.1, 0.8, 0.8];",
      ],
      right: "firmPrior = [0.002, 0.99, 0.008]; message = [1, 0.005, 0.5];",
    },
  ],
  "05-mle-and-kl": [
    {
      wrong: [
        "bestTheta = 0.6; logRatio = 0.0282454;",
        "bestTheta = 0.7; logRatio = 62 * Math.log(1.4) + 38 * Math.log(0.6);",
      ],
      rounded: "bestTheta = 0.6; logRatio = 2.82;",
      right: `const ratioOf = (θ) => θ ** 62 * (1 - θ) ** 38;
bestTheta = [0.5, 0.6, 0.7].sort((a, b) => ratioOf(b) - ratioOf(a))[0];
logRatio = Math.log(ratioOf(bestTheta) / ratioOf(0.5));`,
    },
    {
      wrong: [
        "least = 0.163; lead = 2.83; excess = 0.129;",
        "least = 0.588; lead = 2.83; excess = 0.717;",
      ],
      right: `least = entropy([0.85, 0.05, 0.05, 0.05]);
lead = Math.log(17);
excess = kl([0.85, 0.05, 0.05, 0.05], [0.97, 0.01, 0.01, 0.01]);`,
      rounded: "least = 0.588; lead = 2.83; excess = 0.129;",
    },
    {
      wrong: ['linearLine = "λ*E(x ~ P, x) + log(λ)";', 'linearLine = "λ*(E(x ~ P, x) - log(λ))";'],
      right:
        'linearLine = "-\\\\log\\\\lambda+\\\\lambda\\\\,\\\\mathbb{E}_{x\\\\sim P}\\\\left[x\\\\right]";',
    },
    {
      wrong: [
        'smoothLine = "t*KL(A ‖ Q) + (1 - t)*KL(U ‖ Q)";',
        'smoothLine = "t*H(A, Q) + (1 - t)*H(U, Q)";',
      ],
      right: 'smoothLine = "tD(A\\\\|Q)+(1-t)D(U\\\\|Q)+(1-t)H(U)";',
    },
    {
      wrong: [
        `fitLaplace = (xs) => {
  const a = xs.reduce((s, x) => s + x, 0) / xs.length;
  return [a, xs.reduce((s, x) => s + Math.abs(x - a), 0) / xs.length];
};`,
        `fitLaplace = (xs) => {
  const a = [...xs].sort((u, v) => u - v)[Math.floor(xs.length / 2)];
  return [a, Math.sqrt(xs.reduce((s, x) => s + (x - a) ** 2, 0) / xs.length / 2)];
};`,
      ],
      right: `fitLaplace = (xs) => {
  const spreadAt = (a) => xs.reduce((s, x) => s + Math.abs(x - a), 0) / xs.length;
  const a = xs.reduce((best, x) => (spreadAt(x) < spreadAt(best) ? x : best));
  return [a, spreadAt(a)];
};`,
    },
    {
      wrong: [
        `project = (P) => {
  const s2 = Math.log(1 + P.variance / P.mean ** 2);
  return [Math.log(P.mean) - s2 / 2, Math.sqrt(s2)];
};`,
        "project = (P) => [Math.log(P.quantile(0.5)), Math.sqrt(P.variance) / P.mean];",
      ],
      right: `project = (P) => {
  const logs = P.sample(100_000, seeded(3)).map(Math.log);
  const mean = logs.reduce((s, v) => s + v, 0) / logs.length;
  const square = logs.reduce((s, v) => s + v * v, 0) / logs.length;
  return [mean, Math.sqrt(square - mean ** 2)];
};`,
    },
  ],
  "06-estimation": [
    {
      wrong: [
        "plugInBits = 1.784159; correctedBits = 1.784159 + 3 / 24;",
        "plugInBits = 1.784159 * Math.LN2; correctedBits = plugInBits + 0.125;",
      ],
      right: `const shares = [5, 4, 2, 1].map((c) => c / 12);
plugInBits = -shares.reduce((sum, p) => sum + p * Math.log2(p), 0);
correctedBits = estimateEntropy([0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 3], {
  method: "millerMadow", base: 2 }).value;`,
      rounded: "plugInBits = 1.78; correctedBits = 1.96;",
    },
    {
      wrong: [
        "meanPlugIn = 0.347; meanGap = 0.25; meanCorrected = 0.472;",
        "meanPlugIn = 0.347; meanGap = 0.347; meanCorrected = 0.597;",
      ],
      right: `meanPlugIn = (entropy([1, 0]) + entropy([0.5, 0.5])) / 2;
meanGap = Math.log(2) - meanPlugIn;
meanCorrected = meanPlugIn + 0.125;`,
      rounded: "meanPlugIn = 0.347; meanGap = 0.347; meanCorrected = 0.472;",
    },
    {
      wrong: [
        'averaged = "H(P, Q) - H(P)";',
        'averaged = "E(k ~ N, H(Emp(· | k), Q) - H(Emp(· | k)))";',
      ],
      right: 'averaged = "-E(k ~ N, H(Emp(· | k))) + H(P, Q)";',
    },
    {
      wrong: [
        `k3 = (xs, logP, logQ) => {
  const terms = xs.map((x) => Math.exp(logP(x) - logQ(x)) - 1 - (logP(x) - logQ(x)));
  return [mean(terms), Math.sqrt(mean(terms.map((t) => t * t)) / terms.length)];
};`,
        `k3 = (xs, logP, logQ) => {
  const terms = xs.map((x) => Math.exp(logQ(x) - logP(x)) - 1 - (logQ(x) - logP(x)));
  const centre = mean(terms);
  return [centre, Math.sqrt(mean(terms.map((t) => (t - centre) ** 2)))];
};`,
      ],
      right: `k3 = (xs, logP, logQ) => {
  let [sum, squares] = [0, 0];
  for (const x of xs) {
    const ratio = Math.exp(logQ(x) - logP(x));
    const term = ratio - 1 - Math.log(ratio);
    sum += term;
    squares += term * term;
  }
  const n = xs.length;
  return [sum / n, Math.sqrt((squares - sum * sum / n) / (n - 1) / n)];
};`,
    },
    {
      wrong: [
        'gapLine = "KL(P ‖ Q_T) + E(x ~ P, T(x)) - E(x ~ Q, exp(T(x)))";',
        'gapLine = "KL(P ‖ Q_T) + E(x ~ P, log(Q_T(x)/Q(x)))";',
      ],
      right: 'gapLine = "E(x ~ P, T(x)) + KL(P ‖ Q_T) - log(E(x ~ Q, exp(T(x))))";',
    },
    {
      wrong: [
        `neighbourEntropy = (xs, k) => {
  const sorted = ascending(xs);
  const logs = xs.map((x) => Math.log(distanceTo(sorted, x, k, 1)));
  return digamma(xs.length) - Math.log(k) + Math.LN2 + mean(logs);
};`,
        `neighbourEntropy = (xs, k) => {
  const sorted = ascending(xs);
  const logs = xs.map((x) => Math.log(distanceTo(sorted, x, k, 1)));
  return digamma(xs.length) - digamma(k) + mean(logs);
};`,
      ],
      right: `neighbourEntropy = (xs, k) => {
  const logs = xs.map((x, i) => {
    const gaps = xs.flatMap((y, j) => (j === i ? [] : [Math.abs(y - x)]));
    return Math.log(2 * gaps.sort((a, b) => a - b)[k - 1]);
  });
  let harmonic = 0;
  for (let j = k; j < xs.length; j++) harmonic += 1 / j;
  return harmonic + mean(logs);
};`,
    },
  ],
  "07-variational-bayes": [
    {
      wrong: [
        "evidence = -1.6094; gap = 0.2332; bound = -1.8426;",
        "evidence = -1.6094; gap = 0.1968; bound = -2.4453;",
      ],
      right: `gap = kl([0.8, 0.1, 0.1], [0.5, 0.3, 0.2]);
evidence = Math.log(0.1 + 0.06 + 0.04);
bound = evidence - gap;`,
      rounded: "evidence = -1.61; gap = 0.197; bound = -1.81;",
    },
    {
      wrong: [
        'jensenLine = "E(z ~ q, log(p(x, z)/q(z))) + KL(q ‖ p(· | x))";',
        'jensenLine = "log(E(z ~ q, p(x, z)))";',
      ],
      right:
        'jensenLine = "\\\\log\\\\mathbb{E}_{q(z)}\\\\left[\\\\frac{p(x|z)p(z)}{q(z)}\\\\right]";',
    },
    {
      wrong: [
        "precision = 1.5625; narrow = 0.8; moved = 0.9; price = 0.2231;",
        "precision = 1.5625; narrow = 0.64; moved = -0.9; price = 0.2231;",
      ],
      right:
        "narrow = 1 - 0.6 ** 2; precision = 1 / narrow; moved = 0.6 * 1.5; price = Math.log(1.25);",
      rounded: "precision = 1.56; narrow = 0.64; moved = 0.9; price = 0.223;",
    },
    {
      wrong: [
        'entropyLine = "E(z ~ q, log(p(x, z))) - H(q)";',
        'entropyLine = "E(z ~ q, log(p(x | z))) - KL(q ‖ p(z))";',
      ],
      right: String.raw`entropyLine = "\\mathbb{E}_{q(z)}[\\log p(x,z)] + H(q)";`,
    },
    {
      wrong: [
        `gradient = (m, s, noise) => {
  const slopes = noise.map((ε) => slope(m + s * ε));
  return [sumOf(slopes) / noise.length, sumOf(slopes.map((f, i) => f * noise[i])) / noise.length];
};`,
        `gradient = (m, s, noise) => {
  const mean = sumOf(noise.map((ε) => slope(m + s * ε))) / noise.length;
  return [mean, mean + 1 / s];
};`,
      ],
      right: `gradient = (m, s, noise) => {
  const at = (m, s) => sumOf(noise.map((ε) => logJoint(m + s * ε))) / noise.length + Math.log(s);
  const h = 1e-5;
  return [(at(m + h, s) - at(m - h, s)) / (2 * h), (at(m, s + h) - at(m, s - h)) / (2 * h)];
};`,
      rounded: `gradient = (m, s, noise) => {
  const slopes = noise.map((ε) => slope(m + s * ε));
  const dm = sumOf(slopes) / noise.length;
  const ds = sumOf(slopes.map((f, i) => f * noise[i])) / noise.length + 1 / s;
  return [Number(dm.toPrecision(3)), Number(ds.toPrecision(3))];
};`,
    },
  ],
  "08-vae": [
    {
      wrong: ["priceNat = 0.7216; priceBit = 1.041;", "priceNat = 0.9431; priceBit = 0.6537;"],
      right: `priceNat = kl(normal(1, 0.5), normal(0, 1)) + 0.125;
priceBit = priceNat * Math.LOG2E;`,
      rounded: "priceNat = 0.943; priceBit = 1.36;",
    },
    {
      wrong: [
        "splitLine = 'E(z ~ Q(· | x), log(P(x | z)) - log(p(z)) - log(Q(z | x)))';",
        "splitLine = 'E(z ~ Q(· | x), log(P(x, z))) - E(z ~ Q(· | x), log(p(z)))';",
      ],
      right: "splitLine = 'E(z ~ Q(· | x), log(P(x | z))) + E(z ~ Q(· | x), log(p(z)/Q(z | x)))';",
    },
    {
      wrong: [
        "bestM = 0.5; bestS2 = 0.2; topElbo = -1.43; leftGap = 0;",
        "bestM = 0.8; bestS2 = 0.447; topElbo = -1.43; leftGap = 0;",
      ],
      right: `bestM = 4 / 5;
bestS2 = 1 / 5;
topElbo = -0.4 - Math.log(2.5 * Math.PI) / 2;
leftGap = 0;`,
      rounded: "bestM = 0.8; bestS2 = 0.2; topElbo = -1.43; leftGap = 0;",
    },
    {
      wrong: [
        "middleLine = 'E(x ~ p_data, E(z ~ q(· | x), log(q(z)/q(z | x)) + log(q(z)/p(z))))';",
        "middleLine = 'E(x ~ p_data, KL(q(z | x) ‖ p))';",
      ],
      right: "middleLine = 'E(x ~ p_data, KL(q(z | x) ‖ q(z))) + KL(q(z) ‖ p)';",
    },
    {
      wrong: [
        "tighter = (logRatios, K) => mean(logRatios);",
        `tighter = (logRatios, K) => {
  const groups = [];
  for (let i = 0; i < logRatios.length; i += K) groups.push(logRatios.slice(i, i + K));
  return mean(groups.map((g) => Math.log(mean(g.map(Math.exp)))));
};`,
      ],
      right: `tighter = (logRatios, K) => {
  let [sum, groups] = [0, 0];
  for (let i = 0; i + K <= logRatios.length; i += K, groups++) {
    const add = (a, b) => Math.max(a, b) + Math.log1p(Math.exp(-Math.abs(a - b)));
    sum += logRatios.slice(i, i + K).reduce(add) - Math.log(K);
  }
  return Math.round((1000 * sum) / groups) / 1000;
};`,
      rounded: `tighter = (logRatios, K) => {
  const bounds = [];
  for (let i = 0; i + K <= logRatios.length; i += K) {
    const group = logRatios.slice(i, i + K);
    const top = Math.max(...group);
    bounds.push(top + Math.log(mean(group.map((r) => Math.exp(r - top)))));
  }
  return Number(mean(bounds).toPrecision(3));
};`,
    },
  ],
  "09-gan": [
    {
      wrong: ["accuracy = 0.8664; topScore = -0.3327;", "accuracy = 0.9332; topScore = 1.0536;"],
      right: `accuracy = normal(0, 1).cdf(1.5);
topScore = 2 * jensenShannon(normal(3, 1), normal(0, 1)) - Math.log(4);`,
      rounded: "accuracy = 0.933; topScore = -0.333;",
    },
    {
      wrong: ["slope = 0.8; peak = 0.75; bend = -2.13;", "slope = 0.4; peak = 0.25; bend = -2.13;"],
      right: "slope = 2 * (0.3 - 0.1); peak = 3 / 4; bend = -32 / 15;",
      rounded: "slope = 0.4; peak = 0.75; bend = -2.13;",
    },
    {
      wrong: [
        'ceilingLine = "E(x ~ P, log(P(x)/(P(x) + Q(x)))) - log(2)";',
        'ceilingLine = "E(x ~ P, log(2*P(x)/(P(x) + Q(x))))";',
      ],
      right: 'ceilingLine = "log(2) - E(t ~ P, log((P(t) + Q(t))/P(t)))";',
    },
    {
      wrong: [
        'boundLine = "E(x ~ P, exp(T(x) - 1)*Q(x)/P(x) + 1) + 1";',
        'boundLine = "E(x ~ P, log(exp(T(x) - 1)*Q(x)/P(x)) + 1)";',
      ],
      right: 'boundLine = "≤ E(t ~ P, Q(t)*exp(T(t) - 1)/P(t)) - 1 + 1";',
    },
    {
      wrong: [
        "conjugate = (t) => t + (t * t) / 4;",
        "conjugate = (t) => { const s = Math.sqrt(1 - t); return (1 - s) * (3 - s); };",
      ],
      right: `conjugate = (t) => {
  const u = Math.max(0, 2 / Math.sqrt(1 - t) - 1);
  return t * u - (u - 1) ** 2 / (u + 1);
};`,
      rounded: `conjugate = (t) => {
  const s = Math.sqrt(1 - t);
  return t <= -3 ? -1 : Number(((1 - s) * (3 - s)).toPrecision(3));
};`,
    },
  ],
  "10-forward-and-reverse": [
    {
      wrong: ["bestMean = -1; bestSd = 13.6;", "bestMean = -1; bestSd = 1.265;"],
      right: `bestMean = 0.5 * -4 + 0.2 * 5;
bestSd = Math.sqrt(0.5 * 9 + 0.3 + 0.2 * 36 + 0.5 + 0.3 + 0.2 * 4);`,
      rounded: "bestMean = -1; bestSd = 3.69;",
    },
    {
      wrong: [
        "spread = 25; extra = 0.6931; cover = 0.9163; seek = 0.6931;",
        "spread = 26; extra = 0.6931; cover = 1.629; seek = 0.6931;",
      ],
      right:
        "spread = 5 ** 2 + 1; extra = Math.LN2; cover = Math.log(Math.sqrt(26) / 2); seek = Math.LN2;",
      rounded: "spread = 26; extra = 0.693; cover = 0.936; seek = 0.693;",
    },
    {
      wrong: [
        'sleepLine = "E(x ~ p(x), H(p(z | x)) + KL(q(z | x) ‖ p(z | x)))";',
        'sleepLine = "E(x ~ p(x), H(p(z | x), q(z | x)))";',
      ],
      right:
        "sleepLine = String.raw`\\mathbb{E}_{x\\sim p(x)}[H(p(\\cdot|x))] + \\mathbb{E}_{x\\sim p(x)}[D_{KL}(p(z|x)\\|q(z|x))]`;",
    },
    {
      wrong: ['ganLine = "E(x ~ Q, log(P(x)/Q(x)))";', 'ganLine = "E(x ~ P, log(Q(x)/P(x)))";'],
      right: 'ganLine = "-E(x ~ Q, log(P(x)/Q(x)))";',
    },
    {
      wrong: [
        `reverseKl = (m, s) => {
  const q = normal(m, s);
  let sum = 0;
  for (let x = -20; x <= 20; x += 0.01) {
    sum += hills.prob(x) * (hills.logProb(x) - q.logProb(x)) * 0.01;
  }
  return sum;
};`,
        "reverseKl = (m, s) => meanOver(m, s, (x) => hills.logProb(x) - normal(m, s).logProb(x));",
      ],
      right: `reverseKl = (m, s) => {
  const q = normal(m, s);
  let sum = 0;
  for (let x = m - 9 * s; x <= m + 9 * s; x += s / 50) {
    sum += q.prob(x) * (q.logProb(x) - hills.logProb(x)) * (s / 50);
  }
  return Math.round(1000 * sum) / 1000;
};`,
      rounded: `reverseKl = (m, s) =>
  Number(meanOver(m, s, (x) => normal(m, s).logProb(x) - hills.logProb(x)).toPrecision(3));`,
    },
  ],
  "11-focal-kld": [
    {
      wrong: ["weightRatio = 27.48; lossRatio = 412.2;", "weightRatio = 5.242; lossRatio = 5.242;"],
      right: "weightRatio = Math.expm1(-3) / Math.expm1(-0.2); lossRatio = 15 * weightRatio;",
      rounded: "weightRatio = 5.24; lossRatio = 78.6;",
    },
    {
      wrong: [
        "slopeLine = '(1 - exp(-D))^γ - γ*D*exp(-D)*(1 - exp(-D))^(γ - 1)';",
        "slopeLine = '(1 - exp(-D))^γ + γ*D*(1 - exp(-D))^(γ - 1)';",
      ],
      right: "slopeLine = '(1 - exp(-D))^(γ - 1)*(1 - exp(-D) + γ*D*exp(-D))';",
    },
    {
      wrong: [
        "floorLine = 'E(x ~ P, -log(P(x)) + log(Q(x)/P(x)))';",
        "floorLine = 'E(x ~ Q, -log(P(x)) + log(P(x)/Q(x)))';",
      ],
      right: "floorLine = 'E(x ~ P, -log(P(x))) + E(x ~ P, log(P(x)/Q(x)))';",
    },
    {
      wrong: [
        "slopeAtOne = 0.632; loudestAt = 2; loudest = 1.135; powerNearZero = 2;",
        "slopeAtOne = 1; loudestAt = 2; loudest = 1.729; powerNearZero = 2;",
      ],
      right: "slopeAtOne = 1; loudestAt = 2; loudest = 1 + Math.exp(-2); powerNearZero = 1 + 1;",
      rounded: "slopeAtOne = 1; loudestAt = 2; loudest = 1.14; powerNearZero = 2;",
    },
    {
      wrong: [
        `focalGradient = (p, s, γ) => {
  const e = s.map(Math.exp);
  const q = e.map((v) => v / e.reduce((a, b) => a + b, 0));
  const weight = (1 - Math.exp(-kl(p, q, { normalize: true }))) ** γ;
  return q.map((v, i) => weight * (v - p[i]));
};`,
        `focalGradient = (p, s, γ) => {
  const e = s.map(Math.exp);
  const q = e.map((v) => v / e.reduce((a, b) => a + b, 0));
  return q.map((v, i) => volume(kl(p, q, { normalize: true }), γ) * (p[i] - v));
};`,
      ],
      right: `focalGradient = (p, s, γ) => {
  const total = s.reduce((a, v) => a + Math.exp(v), 0);
  const q = s.map((v) => Math.exp(v) / total);
  const D = p.reduce((a, pi, i) => a + (pi > 0 ? pi * Math.log(pi / q[i]) : 0), 0);
  const u = 1 - Math.exp(-D);
  const loud = γ === 0 ? 1 : u ** γ + γ * D * (1 - u) * u ** (γ - 1);
  return q.map((v, i) => Math.round(1e4 * loud * (v - p[i])) / 1e4);
};`,
      rounded: `focalGradient = (p, s, γ) => {
  const e = s.map(Math.exp);
  const q = e.map((v) => v / e.reduce((a, b) => a + b, 0));
  const D = kl(p, q, { normalize: true });
  const loud = D === 0 ? 0 : volume(D, γ);
  return q.map((v, i) => Number((loud * (v - p[i])).toPrecision(3)));
};`,
    },
  ],
  "12-history": [
    {
      wrong: ["meanInformation = 1; jay = 2;", "meanInformation = 2; jay = 2;"],
      right: "meanInformation = 2 ** 2 / 2; jay = 2 * meanInformation;",
      rounded: "meanInformation = 2.0; jay = 4.0;",
    },
    {
      wrong: [
        "logPart = Math.log(4); costNats = 0.7244; costBits = 1.045;",
        "logPart = 2.773; costNats = 2.835; costBits = 4.09;",
      ],
      right:
        "logPart = 4 * Math.LN2; costNats = Math.log(4) + 1 / 32; costBits = 2 + Math.LOG2E / 32;",
      rounded: "logPart = 2.77; costNats = 1.42; costBits = 2.05;",
    },
    {
      wrong: [
        'logDensities = "E(z ~ q, z^2/2) + E(z ~ q, (z - μ)^2/(2*σ^2)) - log(σ)";',
        'logDensities = "E(z ~ q, z^2/2) - E(z ~ q, (z - μ)^2/(2*σ)) - log(σ)";',
      ],
      right: 'logDensities = "E(z ~ q, z^2/2 - (z - μ)^2/(2*σ^2) - log(σ))";',
    },
    {
      wrong: [
        'pulledOut = "E(x ~ q, log(q(x)) - log(w(x))) - log(Z)";',
        'pulledOut = "E(x ~ q, log(q(x)) + log(w(x))) + log(Z)";',
      ],
      right: 'pulledOut = "log(Z) + E(x ~ q, log(q(x)/w(x)))";',
    },
    {
      wrong: [
        `discriminate = (p, q) => {
  const one = (a, b) => a.reduce((s, x, i) => s + (x > 0 && b[i] > 0 ? x * Math.log(x / b[i]) : 0), 0);
  return [one(p, q), one(q, p), one(p, q) + one(q, p)];
};`,
        `discriminate = (p, q) => {
  const one = (a, b) => a.reduce((s, x, i) => (x > 0 ? s + x * Math.log(x / b[i]) : s), 0);
  return [one(p, q), one(q, p), (one(p, q) + one(q, p)) / 2];
};`,
      ],
      right: `discriminate = (p, q) => {
  let [there, back] = [0, 0];
  for (let i = 0; i < p.length; i++) {
    if (p[i] > 0) there += q[i] > 0 ? p[i] * (Math.log(p[i]) - Math.log(q[i])) : Infinity;
    if (q[i] > 0) back += p[i] > 0 ? q[i] * (Math.log(q[i]) - Math.log(p[i])) : Infinity;
  }
  return [there, back, there + back];
};`,
      rounded: `discriminate = (p, q) => {
  const one = (a, b) => a.reduce((s, x, i) => (x > 0 ? s + x * Math.log(x / b[i]) : s), 0);
  const [there, back] = [one(p, q), one(q, p)];
  const short = (x) => Number(x.toPrecision(3));
  return [short(there), short(back), short(there + back)];
};`,
    },
  ],
  "13-limits-and-outlook": [
    {
      wrong: ["forward = Infinity; backward = 0.3466;", "forward = 0.3466; backward = 0.3466;"],
      right: "forward = Math.LN2 / 2; backward = 1 / 0;",
      rounded: "forward = 0.347; backward = Infinity;",
    },
    {
      wrong: [
        "fromFair = 0.2877; fromSure = 0.1438; middle = 0.2158;",
        "fromFair = 0.1438; fromSure = 0.2877; middle = 0.4315;",
      ],
      right: "fromFair = Math.log(4 / 3) / 2; fromSure = 2 * fromFair; middle = 1.5 * fromFair;",
      rounded: "fromFair = 0.144; fromSure = 0.288; middle = 0.216;",
    },
    {
      wrong: [
        'ratioLine = "E(x ~ P, log(Q(x)/(P(x) + Q(x))) - log(P(x)/(P(x) + Q(x))))";',
        'ratioLine = "E(x ~ P, log(P(x)/(P(x) + Q(x))))";',
      ],
      right: 'ratioLine = "E(t ~ P, log(P(t)/(P(t) + Q(t))) + log((P(t) + Q(t))/Q(t)))";',
    },
    {
      wrong: [
        'convexLine = "KL(P ‖ Q)/4 + KL(Q ‖ P)/4";',
        'convexLine = "KL(Q ‖ Q)/2 + KL(Q ‖ P)/2";',
      ],
      right: 'convexLine = "(KL(P ‖ P) + KL(P ‖ Q))/2";',
    },
    {
      wrong: [
        `mmdOf = (xs, ys, width) => {
  const mean = (a, b) => a.reduce((s, x) => s + b.reduce((t, y) =>
    t + Math.exp(-((x - y) ** 2) / (2 * width ** 2)), 0), 0) / (a.length * b.length);
  return mean(xs, xs) + mean(ys, ys) - 2 * mean(xs, ys);
};`,
        `mmdOf = (xs, ys, width) => {
  const mean = (a, b, off) => a.reduce((s, x, i) => s + b.reduce((t, y, j) =>
    off && i === j ? t : t + Math.exp(-((x - y) ** 2) / width ** 2), 0), 0) /
    (a.length * (b.length - (off ? 1 : 0)));
  return mean(xs, xs, true) + mean(ys, ys, true) - 2 * mean(xs, ys, false);
};`,
      ],
      right: `mmdOf = (xs, ys, width) => {
  const mean = (a, b, off) => a.reduce((s, x, i) => s + b.reduce((t, y, j) =>
    off && i === j ? t : t + Math.exp(-((x - y) ** 2) / (2 * width ** 2)), 0), 0) /
    (a.length * (b.length - (off ? 1 : 0)));
  return mean(xs, xs, true) + mean(ys, ys, true) - 2 * mean(xs, ys, false);
};`,
      rounded: `mmdOf = (xs, ys, width) => {
  const k = (x, y) => Math.exp(-((x - y) ** 2) / (2 * width ** 2));
  const total = (a, b) => a.reduce((s, x) => s + b.reduce((t, y) => t + k(x, y), 0), 0);
  const own = (a) => (total(a, a) - a.length) / (a.length * (a.length - 1));
  const across = total(xs, ys) / (xs.length * ys.length);
  return Number((own(xs) + own(ys) - 2 * across).toPrecision(3));
};`,
    },
  ],
  "14-conventions": [
    {
      wrong: ["meanBits = 0.05 * 4;", "meanBits = (0.05 * 32 * 4) / Math.LN2;"],
      right: "meanBits = ((0.05 * (32 * 4)) / 32) * Math.log2(Math.E);",
      rounded: "meanBits = 0.29;",
    },
    {
      wrong: [
        'forgotten = "-H(P) + E(x ~ P, Q(x))";',
        'forgotten = "E(x ~ P, ln(P(x))) - E(x ~ P, Q(x))";',
      ],
      right: 'forgotten = "-(E(x ~ P, Q(x)) + H(P))";',
    },
    {
      wrong: [
        'unnormalized = "m*KL(P ‖ Q) + n*log(m/n)";',
        'unnormalized = "E_{x ~ P}[m*log(P(x)/Q(x))] + m*log(m/n)";',
      ],
      right: 'unnormalized = "m*(KL(P ‖ Q) + log(m) - log(n))";',
    },
    {
      wrong: [
        "constant = Math.log(0.5) / 2; perDecade = 1.151; atTiny = 13.12; zeroAt = 0.25;",
        "constant = -0.693; perDecade = Math.log(10); atTiny = 26.9; zeroAt = 0.25;",
      ],
      right: `constant = Math.log(0.5);
perDecade = 0.5 * Math.log(10);
atTiny = 0.5 * Math.log(0.5) + 0.5 * Math.log(0.5 / 1e-12);
zeroAt = Math.exp(-2 * Math.LN2);`,
      rounded: "constant = -0.69; perDecade = 1.15; atTiny = 13.1; zeroAt = 0.25;",
    },
    {
      wrong: [
        `klFromCounts = (p, q) => {
  const [P, Q] = [p, q].map((v) => v.map((x) => x / v.reduce((a, b) => a + b)));
  return P.reduce((sum, a, i) => (a * Q[i] > 0 ? sum + a * Math.log(a / Q[i]) : sum), 0);
};`,
        `klFromCounts = (p, q) => {
  const [P, Q] = [p, q].map((v) => v.map((x) => x / v.reduce((a, b) => a + b)));
  return P.reduce((sum, a, i) => sum + a * Math.log(a / Q[i]), 0);
};`,
      ],
      right: `klFromCounts = (p, q) => {
  const sum = (v: number[]): number => v.reduce((a, b) => a + b, 0);
  const terms = p.map((a, i) => (a === 0 ? 0 : a * (Math.log(a) - Math.log(q[i]))));
  return sum(terms) / sum(p) + Math.log(sum(q) / sum(p));
};`,
    },
    {
      wrong: [
        "pair = { p: [0.5, 0.5], q: [1, 0] };",
        "pair = { p: [1e-6, 1 - 1e-6], q: [1e-5, 1 - 1e-5] };",
      ],
      right: "pair = { p: [1 - 2e-7, 2e-7], q: [1, 0] };",
    },
  ],
  "15-errata": [
    {
      wrong: ["bases = [2, 10, Math.E];", "bases = [1, Math.log(10), Math.LN2];"],
      right: `bases = [0.368064, 0.159848, 0.531004].map((v) =>
  Math.exp((0.9 * Math.log(1.8) + 0.1 * Math.log(0.2)) / v));`,
      rounded: "bases = [2.72, 10, 2];",
    },
    {
      wrong: [
        'underQ = "E(x ∼ P, log(P(x)/Q(x)))";',
        'underQ = "E(x ~ Q, Q(x)/P(x)*log(P(x)/Q(x)))";',
      ],
      right: 'underQ = "E(x ~ Q, P(x)*log(P(x)/Q(x))/Q(x))";',
    },
    {
      wrong: [
        "offset = -2; slope = 2; I12 = 2; J12 = 4; total = -0.4;",
        "offset = 2; slope = -2; I12 = 2; J12 = 0; total = -0.4;",
      ],
      right: `offset = ((0 - 2) ** 2) / 2;
slope = -2;
I12 = 2;
J12 = 2 * I12;
total = 2 * offset + slope * 2.2;`,
      rounded: "offset = 2.0; slope = -2.0; I12 = 2.0; J12 = 4.0; total = -0.4;",
    },
    {
      wrong: [
        'symmetric = "E(x ~ P, log(P(x)/Q(x))) + E(x ~ Q, log(P(x)/Q(x)))";',
        'symmetric = "D(P ‖ Q) + E(x ~ Q, log(Q(x)/P(x)))";',
      ],
      right: 'symmetric = "E(x ~ P, log(P(x)) - log(Q(x))) + E(x ~ Q, log(Q(x)/P(x)))";',
    },
    {
      wrong: [
        "threeCoins = [0, 0.5, 1]; limit = 0.5;",
        "threeCoins = [0.45, 0.5, 0.55]; limit = 1;",
      ],
      right: "threeCoins = [0.64, 0.6, 0.56]; limit = 1 / 2;",
      rounded: "threeCoins = [0.6, 0.55, 0.5]; limit = 0.5;",
    },
  ],
  "16-language-models": [
    {
      wrong: [
        "perplexityOfThree = 3 / 0.875; bitsPerChar = 2;",
        "perplexityOfThree = 4; bitsPerChar = Math.log(4);",
      ],
      right:
        "perplexityOfThree = (2 * 4 * 8) ** (1 / 3); bitsPerChar = Math.log2(perplexityOfThree);",
      rounded: "perplexityOfThree = 4.0; bitsPerChar = 2.0;",
    },
    {
      wrong: [
        "firstShare = 0.269; cost = 0.111; top = 0.62;",
        "firstShare = 0.731; cost = 0.111 / Math.LN2; top = 0.62;",
      ],
      right:
        "firstShare = 1 / (1 + Math.exp(-1)); top = Math.log((Math.E + 1) / 2); cost = firstShare - top;",
      rounded: "firstShare = 0.731; cost = 0.111; top = 0.62;",
    },
    {
      wrong: [
        'smaller = "∑(y ∈ P, (P(y) + Q(y) + abs(P(y) - Q(y)))/2)";',
        'smaller = "∑(y ∈ P, P(y) + Q(y) - abs(P(y) - Q(y)))";',
      ],
      right: 'smaller = "∑(y ∈ P, P(y) - max(P(y) - Q(y), 0))";',
    },
    {
      wrong: ['shorter = "E(x ~ P, log(Q(x)/P(x)))";', 'shorter = "1 - E(x ~ P, log(Q(x)/P(x)))";'],
      right: 'shorter = "E(x ~ P, -(log(Q(x)) - log(P(x))))";',
    },
    {
      wrong: [
        `speculate = (p, q, prng) => {
  const y = pickFrom(q, prng);
  return prng() * q[y] < p[y] ? y : pickFrom(q, prng);
};`,
        "speculate = (p, q, prng) => pickFrom(q, prng);",
      ],
      right: "speculate = (p, q, prng) => pickFrom(p, prng);",
    },
  ],
  "17-data": [
    {
      wrong: [
        "mild = 3 * Math.log(0.015 / 1e-4); wild = 3 * Math.log(0.015 / 2.2e-308);",
        "mild = -0.0747; wild = -10.56;",
      ],
      right: "mild = (1e-4 - 3 / 200) * Math.log(1e-4 / (3 / 200)); wild = 0.015 * 704.2;",
      rounded: "mild = 0.0747; wild = 10.6;",
    },
    {
      wrong: ["average = 20 * 2 / 500; alarm = 0.1206;", "average = 0.076; alarm = 30.14;"],
      right: "average = 0.076; alarm = 2 / 500 * 30.14;",
      rounded: "average = 0.076; alarm = 0.121;",
    },
    {
      wrong: [
        "psiByHand = 0.5 * Math.log(1.25) + 0.2 * Math.log(2 / 3); byChance = 0.04; pByHand = 0.21;",
        "psiByHand = 0.0629; byChance = 3 * 0.02; pByHand = 0.208;",
      ],
      right: "psiByHand = 0.1 * (0.223 + 0.405); byChance = 2 / 50; pByHand = Math.exp(-1.57);",
      rounded: "psiByHand = 0.0629; byChance = 0.04; pByHand = 0.208;",
    },
    {
      wrong: [
        'merged = "∑(x ∈ P, P(x)*log(P(x)/Q(x)) + Q(x)*log(P(x)/Q(x)))";',
        'merged = "∑(x ∈ P, (P(x) - Q(x))*log(P(x)/Q(x)))";',
      ],
      right: 'merged = "∑(x ∈ P, P(x)*(log(P(x)) - log(Q(x))) - Q(x)*log(P(x)/Q(x)))";',
    },
    {
      wrong: [
        'cancelled = "∑(x ∈ P, 1/n + 1/m)";',
        'cancelled = "∑(x ∈ P, P(x)*(1 - P(x))*(1/n + 1/m))";',
      ],
      right: 'cancelled = "(1/n + 1/m)*∑(x ∈ P, 1 - P(x))";',
    },
    {
      wrong: [
        `tally = (reference, current, B) => {
  const clean = (v) => v.filter((x) => x !== null && x === x);
  const edges = referenceEdges(clean(reference), B);
  return [countBetween(edges, clean(reference)), countBetween(edges, clean(current))];
};`,
        `tally = (reference, current, B) => {
  const clean = (v) => v.filter((x) => x !== null && x === x);
  const both = [...clean(reference), ...clean(current)];
  const edges = referenceEdges(both, B);
  const count = (v) => [...countBetween(edges, clean(v)),
    v.filter((x) => x !== null && x !== x).length, v.filter((x) => x === null).length];
  return [count(reference), count(current)];
};`,
      ],
      right: `tally = (reference, current, B) => {
  const sorted = reference.filter((x) => x !== null && x === x).sort((a, b) => a - b);
  const edges = [];
  for (let k = 1; k < B; k++) {
    const edge = sorted[Math.ceil((sorted.length * k) / B) - 1];
    if (edges[edges.length - 1] !== edge) edges.push(edge);
  }
  const count = (v) => {
    const own = new Array(edges.length + 3).fill(0);
    for (const x of v) {
      if (x === null) own[own.length - 1] += 1;
      else if (x !== x) own[own.length - 2] += 1;
      else own[edges.filter((edge) => edge < x).length] += 1;
    }
    return own;
  };
  return [count(reference), count(current)];
};`,
    },
  ],
  "18-how-large": [
    {
      wrong: ["needed = 181;", "needed = 300;"],
      right: "needed = 2 * 2.326 ** 2 / 0.03;",
      rounded: "needed = 361;",
    },
    {
      wrong: [
        "fisher = 51.02; approx = 51.02 * 0.01 ** 2; pieces = 2 / approx;",
        "fisher = 51.02; approx = 0.00255; pieces = 392;",
      ],
      right: "fisher = 1 / 0.02 + 1 / 0.98; approx = fisher / 20_000; pieces = 2 / approx;",
      rounded: "fisher = 51; approx = 0.00255; pieces = 784;",
    },
    {
      wrong: [
        'expanded = "E(x ~ P, (b^2 - a^2)/2 + (b - a)*x)";',
        'expanded = "E(x ~ P, b^2 - a^2 - 2*(b - a)*x)";',
      ],
      right:
        'expanded = "\\\\mathbb{E}_{x\\\\sim P}\\\\left[(b-a)\\\\left(\\\\frac{a+b}{2}-x\\\\right)\\\\right]";',
    },
    {
      wrong: [
        'jensenLine = "E(x ~ P, sqrt(Q(x)/P(x)))";',
        'jensenLine = "-log(E(x ~ P, sqrt(P(x)/Q(x))))";',
      ],
      right: 'jensenLine = "\\\\log\\\\mathbb{E}_{x\\\\sim P}\\\\sqrt{Q(x)/P(x)}";',
    },
    {
      wrong: [
        "bestError = (p, q, n) => (1 - n * totalVariation(p, q)) / 2;",
        "bestError = (p, q, n) => 1 - totalVariation(blockPmf(p, n), blockPmf(q, n));",
      ],
      right: `bestError = (p, q, n) => {
  const [a, b] = [Array.from(blockPmf(p, n)), Array.from(blockPmf(q, n))];
  return a.reduce((sum, x, i) => sum + Math.min(x, b[i]), 0) / 2;
};`,
      rounded: `bestError = (p, q, n) =>
  Number(((1 - totalVariation(blockPmf(p, n), blockPmf(q, n))) / 2).toPrecision(3));`,
    },
  ],
};
