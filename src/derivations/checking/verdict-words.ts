import type { Locale } from "../../words/locale";

/** What a note can say. */
export interface Words {
  readonly underflow: string;
  readonly edge: string;
  readonly flat: string;
  readonly tie: string;
  readonly fixed: string;
  readonly infinite: string;
  readonly bothInfinite: string;
  readonly undefined: string;
  readonly imprecise: string;
  readonly rounded: string;
  readonly variance: string;
  /** Of worlds in which the variance is infinite while the others can tell. */
  without(worlds: string): string;
  tooLong(worlds: string): string;
  time(seconds: string): string;
  spread(ratio: string): string;
  readonly sign: string;
  readonly swapped: string;
  readonly flipped: string;
  readonly law: string;
  readonly constant: string;
  readonly sampleSize: string;
  readonly inverseSampleSize: string;
  at(place: string): string;
  factor(value: string): string;
  order(seen: string, variable: string): string;
  apart(value: string): string;
  readonly bits: string;
  readonly nats: string;
  /** Of a step without an expression. */
  readonly open: string;
  /** Of a step that is compared with the last line that is written, over open ones. */
  readonly across: string;
  /** Of one that cannot. */
  readonly behindOpen: string;
}

export const verdictWords: Readonly<Record<Locale, Words>> = {
  "zh-CN": {
    underflow: "连乘积下溢（小于最小的双精度数），比较没有意义：先取对数",
    edge: "最优点在网格边上，判断不了：把grid放宽",
    flat: "要求最优点的函数与参数无关（处处一样大），最优点没有意义",
    tie: "最优点不止一个（几处一样好），argmax、argmin没有唯一的值",
    fixed: "式子里没有自由的参数，=const什么也没说：给grid里的参数，或改用=",
    infinite: "两边处处都是∞，什么也没有比较",
    bothInfinite: "在每个世界里两边都是∞：等号只说“都不是有限数”，换有限的世界再试",
    undefined: "有一边算不出数（没有定义，或∞ − ∞）",
    imprecise: "数值不够准，判断不了",
    rounded:
      "算不准：某处的差被舍入成0，它的对数成了−∞；把差写成不相减的样子，例如1 − P/(P + Q)写成Q/(P + Q)",
    variance: "方差无限，判断不了：样本再多，平均值也说不出自己差多远",
    tooLong: (worlds) => `极端世界「${worlds}」太费时，没有算完，没有算在内`,
    without: (worlds) => `世界「${worlds}」里方差无限，判断不了，没有算在内`,
    time: (seconds) =>
      `时间用完了：整个检验限${seconds}秒，这一步没有算完，判断不了；把式子写简单些，或给check(…, { budget: 秒数 })`,
    spread: (ratio) => `样本增大到16倍，离差应缩到1/4，实际缩到1/${ratio}：大数定律在此不成立`,
    sign: "两边只差一个负号：丢了负号？",
    swapped: "把右边的两个分布对调就相等：前后写反了？",
    flipped: "在每个世界里反过来都成立：不等号写反了？",
    law: "一边含样本：大数定律只给≈，不给=",
    constant: "两边只差一个与参数无关的常数：关系应是=const？",
    sampleSize: "右边是左边的m倍：多了或漏了1/m？",
    inverseSampleSize: "左边是右边的m倍：漏了1/m？",
    at: (place) => `在${place}处`,
    factor: (value) => `在每个世界里右边都是左边的${value}倍`,
    order: (seen, variable) => `${variable}每减半，差只按${variable}的${seen}次方变小`,
    apart: (value) => `右边减左边的差恒为${value}`,
    bits: "右边是左边的1/ln 2倍：奈特还是比特？",
    nats: "右边是左边的ln 2倍：奈特还是比特？",
    open: "还没有写出式子，没有检验",
    across: "上一步空着，越过它与再前面写出的一行比较",
    behindOpen: "上一步空着，没有可比较的一行",
  },
  en: {
    underflow:
      "a product under-flows (below the least double), nothing can be compared: take logarithms",
    edge: "the optimum lies at the edge of the grid, which tells nothing: widen the grid",
    flat: "the function to optimise does not depend on its parameter (it is flat): its optimum means nothing",
    tie: "the optimum is not unique (several places are equally good): argmax, argmin have no single value",
    fixed: "no parameter is free here, so =const says nothing: use one of the grid, or write =",
    infinite: "both sides are ∞ everywhere: nothing was compared",
    bothInfinite:
      "both sides are ∞ in every world: the equality only says that neither is finite; try a finite world",
    undefined: "one side has no value (undefined, or ∞ − ∞)",
    imprecise: "not accurate enough to tell",
    rounded:
      "cannot be told: a difference was rounded to 0 and its logarithm became −∞; write it without subtracting, 1 − P/(P + Q) as Q/(P + Q)",
    variance:
      "the variance is infinite, nothing can be told: no number of samples says how far the mean is off",
    tooLong: (worlds) => `left out, since these extreme worlds take too long: ${worlds}`,
    without: (worlds) => `left out, since the variance is infinite there: ${worlds}`,
    time: (seconds) =>
      `out of time: the whole check may take ${seconds} seconds and this step was not finished; simplify it, or give check(…, { budget: seconds })`,
    spread: (ratio) =>
      `with 16 times the sample the spread should fall to 1/4, it falls to 1/${ratio}: no law of large numbers here`,
    sign: "equal up to sign: a minus lost?",
    swapped: "equal with the two distributions on the right exchanged: swapped arguments?",
    flipped: "the reverse holds in every world: the inequality is flipped?",
    law: "one side depends on the sample: the law of large numbers gives ≈, not =",
    constant: "the sides differ by a constant that no parameter moves: is =const meant?",
    sampleSize: "the right side is m times the left: 1/m too many or missing?",
    inverseSampleSize: "the left side is m times the right: is 1/m missing?",
    at: (place) => `at ${place}`,
    factor: (value) => `in every world the right side is ${value} times the left`,
    order: (seen, variable) =>
      `as ${variable} is halved the difference falls like its power ${seen}`,
    apart: (value) => `the right side is ${value} more than the left in every world`,
    bits: "the right side is 1/ln 2 times the left: nats or bits?",
    nats: "the right side is ln 2 times the left: nats or bits?",
    open: "nothing is written yet, so nothing was tried",
    across: "the step before is open; compared with the last line that is written",
    behindOpen: "the step before is open, and no line is left to compare with",
  },
};
