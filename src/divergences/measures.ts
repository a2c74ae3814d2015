import type { AnyDistribution } from "../distributions/distribution";
import { alphaDivergence } from "./alpha-divergence";
import { bhattacharyya } from "./bhattacharyya";
import { chernoff } from "./chernoff";
import { chiSquaredDivergence, neymanChiSquaredDivergence } from "./chi-squared-divergence";
import { focalKl } from "./focal-kl";
import { hellinger, squaredHellinger } from "./hellinger";
import { jeffreys } from "./jeffreys";
import { jensenShannon, jensenShannonDistance } from "./jensen-shannon";
import { kl } from "./kl";
import { renyi } from "./renyi";
import { totalVariation } from "./total-variation";
import { tsallis } from "./tsallis";
import type { Pmf, UnitOptions } from "./vectors/pmf";
import { wasserstein } from "./wasserstein";

/** A divergence between p and q: what it is, and which laws hold for it. */
export interface Measure {
  readonly name: string;
  readonly zh: string;
  readonly en: string;
  /** As its function; those with an order take the one named in `formula` unless told. */
  readonly of: (
    p: Pmf | AnyDistribution,
    q: Pmf | AnyDistribution,
    options?: UnitOptions,
  ) => number;
  readonly formula: string;
  readonly tex: string;
  /** True if it is measured in nats or bits. */
  readonly hasUnit: boolean;
  readonly symmetric: boolean;
  /** True if it obeys the triangle inequality. */
  readonly metric: boolean;
  /** Its greatest value; Infinity if there is none. */
  readonly bound: number;
  /** True if merging outcomes never increases it. */
  readonly dataProcessing: boolean;
  /** True if it is the sum of the parts for products of independent vectors. */
  readonly additive: boolean;
  readonly source: string;
}

const inf = Number.POSITIVE_INFINITY;
/** What may be said of a measure in the table. */
export type Law = "unit" | "symmetric" | "metric" | "processing" | "additive";

/** A row of the table. */
export type MeasureRow = [
  name: string,
  zh: string,
  en: string,
  of: Measure["of"],
  formula: string,
  tex: string,
  laws: readonly Law[],
  bound: number,
  source: string,
];

// biome-ignore format: one row a line, to be read as a table
const rows: readonly MeasureRow[] = [
  ["kl", "相对熵", "relative entropy", kl, "Σ p ln(p/q)", String.raw`\sum p\ln\frac pq`, ["unit", "processing", "additive"], inf, "Kullback & Leibler 1951"],
  ["jeffreys", "杰弗里斯散度", "Jeffreys divergence", jeffreys, "D(p‖q) + D(q‖p)", String.raw`D(p\parallel q)+D(q\parallel p)`, ["unit", "symmetric", "processing", "additive"], inf, "Jeffreys 1946"],
  ["jensenShannon", "JS散度", "Jensen–Shannon divergence", jensenShannon, "½D(p‖m) + ½D(q‖m), m = (p + q)/2", String.raw`\tfrac12D(p\parallel m)+\tfrac12D(q\parallel m)`, ["unit", "symmetric", "processing"], Math.LN2, "Lin 1991"],
  ["jensenShannonDistance", "JS距离", "Jensen–Shannon distance", jensenShannonDistance, "√JS(p, q)", String.raw`\sqrt{\mathrm{JS}(p,q)}`, ["symmetric", "metric", "processing"], Math.sqrt(Math.LN2), "Endres & Schindelin 2003"],
  ["renyi", "Rényi散度", "Rényi divergence", (p, q, o) => renyi(p, q, { order: 2, ...o }), "ln(Σ p^α q^(1−α))/(α − 1), α = 2", String.raw`\frac{1}{\alpha-1}\ln\sum p^\alpha q^{1-\alpha}`, ["unit", "processing", "additive"], inf, "van Erven & Harremoës 2014"],
  ["tsallis", "Tsallis相对熵", "Tsallis relative entropy", (p, q, o) => tsallis(p, q, { order: 2, ...o }), "(Σ p^α q^(1−α) − 1)/(α − 1), α = 2", String.raw`\frac{\sum p^\alpha q^{1-\alpha}-1}{\alpha-1}`, ["processing"], inf, "Tsallis 1998"],
  ["alphaDivergence", "甘利α散度", "Amari α-divergence", (p, q, o) => alphaDivergence(p, q, { alpha: 0.5, ...o }), "4/(1 − α²)·(1 − Σ p^((1−α)/2) q^((1+α)/2)), α = ½", String.raw`\frac{4}{1-\alpha^2}\left(1-\sum p^{\frac{1-\alpha}2}q^{\frac{1+\alpha}2}\right)`, ["processing"], 16 / 3, "Amari 2016"],
  ["totalVariation", "全变差距离", "total variation distance", totalVariation, "½ Σ |p − q|", String.raw`\tfrac12\sum|p-q|`, ["symmetric", "metric", "processing"], 1, "Tsybakov 2009"],
  ["squaredHellinger", "海林格距离的平方", "squared Hellinger distance", squaredHellinger, "½ Σ (√p − √q)²", String.raw`\tfrac12\sum(\sqrt p-\sqrt q)^2`, ["symmetric", "processing"], 1, "Tsybakov 2009"],
  ["hellinger", "海林格距离", "Hellinger distance", hellinger, "√(½ Σ (√p − √q)²)", String.raw`\sqrt{\tfrac12\sum(\sqrt p-\sqrt q)^2}`, ["symmetric", "metric", "processing"], 1, "Tsybakov 2009"],
  ["chiSquaredDivergence", "χ²散度", "Pearson χ² divergence", chiSquaredDivergence, "Σ (p − q)²/q", String.raw`\sum\frac{(p-q)^2}{q}`, ["processing"], inf, "Nielsen & Nock 2014"],
  ["neymanChiSquaredDivergence", "奈曼χ²散度", "Neyman χ² divergence", neymanChiSquaredDivergence, "Σ (p − q)²/p", String.raw`\sum\frac{(p-q)^2}{p}`, ["processing"], inf, "Nielsen & Nock 2014"],
  ["bhattacharyya", "巴氏距离", "Bhattacharyya distance", bhattacharyya, "−ln Σ √(pq)", String.raw`-\ln\sum\sqrt{pq}`, ["unit", "symmetric", "processing", "additive"], inf, "Bhattacharyya 1943"],
  ["chernoff", "切尔诺夫信息", "Chernoff information", chernoff, "max over λ of −ln Σ p^λ q^(1−λ)", String.raw`\max_{0\le\lambda\le1}-\ln\sum p^\lambda q^{1-\lambda}`, ["unit", "symmetric", "processing"], inf, "Cover & Thomas 2006"],
  ["focalKl", "焦点相对熵", "focal relative entropy", focalKl, "(1 − e^(−D))² D, D = D(p‖q)", String.raw`\left(1-e^{-D}\right)^\gamma D`, ["unit", "processing"], inf, "klab, after Lin et al. 2017"],
  ["wasserstein", "瓦瑟斯坦距离", "Wasserstein distance", wasserstein, "Σ |F − G|", String.raw`\sum|F-G|`, ["symmetric", "metric"], inf, "Villani 2003"],
];

/**
 * The divergences between two vectors or distributions, in one table that documentation and tests read.
 *
 * @example
 * measures.find((m) => m.name === "totalVariation")?.bound; // 1
 */
export const measures: readonly Measure[] = rows.map(
  ([name, zh, en, of, formula, tex, laws, bound, source]) => {
    const has = (law: Law): boolean => laws.includes(law);
    return {
      name,
      zh,
      en,
      of,
      formula,
      tex,
      hasUnit: has("unit"),
      symmetric: has("symmetric"),
      metric: has("metric"),
      bound,
      dataProcessing: has("processing"),
      additive: has("additive"),
      source,
    };
  },
);
