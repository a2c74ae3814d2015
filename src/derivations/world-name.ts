import type { Locale } from "../words/locale";

/** The worlds that klab itself makes, and those of its chains, for readers of English. */
const english: Readonly<Record<string, string>> = {
  方差不等的正态: "normals of unequal variance",
  误设的混合: "a mixture that the family misses",
  有零的离散: "tables with a zero",
  有零的表: "a table with a zero",
  重尾: "heavy tails",
  相近的正态: "normals near each other",
  近乎公平的硬币: "coins that are nearly fair",
  左边更窄的正态: "a narrower normal to the left",
  大半相同的表: "tables alike for the most part",
  Q在P左边且更窄: "Q to the left of P, and narrower",
  计数: "counts",
  一边倒的表: "a lopsided table",
  六个面: "six faces",
  伽马: "gamma",
  对数正态: "log-normal",
  指数: "exponential",
  一段均匀: "uniform on an interval",
  相依的表: "a table with dependence",
  几乎独立的表: "a table of near independence",
  "两个隐状态、连续观测": "two hidden states, a continuous observation",
  "正态隐变量、正态观测": "a normal latent, a normal observation",
  偏斜的表: "a skewed table",
  强相依的表: "a table with strong dependence",
  三个变量的表: "a table of three variables",
  离散表: "a discrete table",
  标准正态对宽的: "a standard normal and a wide one",
  "误设：离得远、又窄": "misspecified: far off, and narrow",
  几乎相同: "nearly the same",
  满表: "a full table",
  硬币: "coins",
  "离散隐变量、连续观测": "a discrete latent, a continuous observation",
  编码器恰是后验: "the encoder is the posterior itself",
  模型含真相的正态: "normals, the truth within the model",
  "误设：双峰数据、单峰模型": "misspecified: data with two peaks, a model with one",
  "误设：回归线的斜率与噪声都不同": "misspecified: the regression's slope and noise both differ",
  "误设：连续数据、两个隐状态": "misspecified: continuous data, two hidden states",
  "连续隐变量，q 在族外（拉普拉斯对正态）":
    "a continuous latent, q outside the family (Laplace for normal)",
  "随机表 2 × 3": "a random table, 2 × 3",
  完全决定: "wholly determined",
  "14 天打球，按天气分": "14 days of play, by weather",
  "误设的特征：几乎无关": "a misspecified feature: nearly irrelevant",
  "换单位 y = x/100": "another unit, y = x/100",
  "指数 y = exp(x)": "the exponential, y = exp(x)",
  "误设的混合，y = 3 − 2x": "a mixture that the family misses, y = 3 − 2x",
};

/** What a world is called for a reader: klab's own have a name in either language, a reader's own keep theirs. */
export const worldName = (name: string, locale: Locale): string =>
  locale === "en" && Object.hasOwn(english, name) ? english[name] : name;
