import type { Locale } from "../../words/locale";

/** The texts of remarks: Chinese, and English. */
export const remarkWords = {
  definition: [
    (a: string) => `${a}由等号右边定义，不是断言`,
    (a: string) => `${a} is defined by the right-hand side and claims nothing`,
  ],
  named: [
    (a: string) => `末尾的${a}是前一个式子的名字`,
    (a: string) => `${a} at the end names the expression before it`,
  ],
  meaning: [
    (a: string, b = "") => `${a}没有定义；对照另一边，读作${b}`,
    (a: string, b = "") => `${a} is not defined; beside the other side it is read as ${b}`,
  ],
  unchecked: [
    (a: string) => `关系${a}及其后不检验`,
    (a: string) => `the relation ${a} and what follows are not checked`,
  ],
  bits: [
    () => "log₂与没有写底的熵、散度同用：一律按自然对数（奈特）检验",
    () => "log₂ beside entropies without a base: all are checked in nats",
  ],
  family: [
    (a: string) => `对分布${a}取最优：换成一族${a}(· | θ)，对θ取`,
    (a: string) => `the optimum over the distribution ${a} is taken over a family ${a}(· | θ)`,
  ],
  expansion: [
    (a: string) => `≈是${a}趋于0时的展开：${a}逐次减半，差要比写出的末项小得更快`,
    (a: string) =>
      `≈ is an expansion for small ${a}: where ${a} is halved, the difference must fall faster than the last term`,
  ],
  bitPower: [
    (a: string) => `2的${a}次方：${a}以比特计，即以奈特计的e的${a}次方`,
    (a: string) => `2 to the power ${a}: ${a} is in bits, which is e to the power ${a} in nats`,
  ],
  shift: [
    (a: string, b = "") => `${a}由${b}错开：${b} = 0时相同，否则没有公共的取值`,
    (a: string, b = "") =>
      `${a} are ${b} apart: the same where ${b} = 0, else without a common value`,
  ],
  apart: [
    (a: string, b = "") => `${a}与同一字母的族并列：族另记作${b}`,
    (a: string, b = "") => `${a} stands beside a family of the same letter, which is called ${b}`,
  ],
  tilted: [
    (a: string, b = "") => `对分布${a}取最优：代入已知的最优值${b}`,
    (a: string, b = "") => `the optimum over distributions ${a}: the known value ${b} is put in`,
  ],
  optimum: [
    (a: string, b = "") => `对函数${a}取最大：代入已知的最优${a}(x) = ${b}`,
    (a: string, b = "") =>
      `the greatest over functions ${a}: the known optimum ${a}(x) = ${b} is put in`,
  ],
  known: [
    (a: string, b = "") => `${a}没有定义，按惯例读作${b}`,
    (a: string, b = "") => `${a} is not defined and read, as usual, as ${b}`,
  ],
  deviation: [
    (a: string) => `${a}的第二个参数是方差；这里的N(μ, σ)用标准差，已换写`,
    (a: string) =>
      `the second parameter of ${a} is a variance; N(μ, σ) here takes the deviation, rewritten`,
  ],
  normals: [
    () => "分布与 μ、σ 同在一式：读作一维正态分布",
    () => "distributions beside μ and σ are read as normal ones, in one dimension",
  ],
  condition: [
    () => "导数等于0是最优的条件，不是断言",
    () => "a derivative set to 0 is the condition of an optimum and claims nothing",
  ],
  objective: [
    (a: string) => `对函数${a}取最优没有计算，只计算目标本身`,
    (a: string) => `the optimum over functions ${a} is not taken, only its objective computed`,
  ],
  entropy: [
    (a: string, b = "") => `H(${a})读作H(${b})`,
    (a: string, b = "") => `H(${a}) is read as H(${b})`,
  ],
  unknown: [
    (a: string) => `${a}没有定义，不参与比较`,
    (a: string) => `${a} is not defined and not compared`,
  ],
  oneSided: [
    (a: string) => `${a}只在一边出现，别处没有说它是什么：这是它的定义，不是断言`,
    (a: string) =>
      `${a} stands on one side alone and nothing else says what it is: that defines it and claims nothing`,
  ],
  forEvery: [
    (a: string) => `不小于对${a}的上确界，就是对每个${a}都成立：逐个${a}检验`,
    (a: string) => `a bound on the optimum over ${a} holds for each ${a}, and is tried for some`,
  ],
  softmax: [(a: string, b = "") => `${a}读作${b}`, (a: string, b = "") => `${a} is read as ${b}`],
  sample: [
    () => "一边含样本，等号读作≈（大数定律）",
    () => "one side holds a sample: = is read as ≈ (law of large numbers)",
  ],
  example: [
    () => "数字是一个例子的，不与一般的式子比较；数与数之间照样检验",
    () =>
      "the numbers are an example's and not compared with the general formula; among themselves they are",
  ],
  markov: [
    (a: string) => `假定${a}是马尔可夫链：每个变量只依赖前一个；没有这一条，结论未必成立`,
    (a: string) =>
      `${a} is supposed to be a Markov chain, each variable depending on the one before it alone; without that the claim may fail`,
  ],
  rounding: [
    (a: string) => `数字只有几位：允许${a}的舍入`,
    (a: string) => `numbers are rounded: ${a} is allowed`,
  ],
} as const;

export type RemarkKind = keyof typeof remarkWords;

/** Collects what had to be supposed of a chain, each once. */
export interface Remarks {
  add(kind: RemarkKind, a?: string, b?: string): void;
  has(kind: RemarkKind): boolean;
  list(): readonly string[];
}

export function remarks(locale: Locale): Remarks {
  const texts = new Set<string>();
  const kinds = new Set<RemarkKind>();
  return {
    add(kind, a = "", b = "") {
      kinds.add(kind);
      texts.add(remarkWords[kind][locale === "en" ? 1 : 0](a, b));
    },
    has: (kind) => kinds.has(kind),
    list: () => [...texts],
  };
}
