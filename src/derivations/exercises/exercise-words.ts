import type { Locale } from "../../words/locale";

interface Words {
  readonly exercise: string;
  readonly blank: string;
  readonly right: string;
  readonly again: string;
  /** A line from further up once more. */
  still(line: number): string;
  /** A line from further down: the next one, or one behind it. */
  ahead(isNext: boolean): string;
  /** The lines around an open one, as a hint. */
  around(above: string, below: string | undefined): string;
  /** q(z | x) for q. */
  unconditional(name: string): string;
  /** p for p(z). */
  marginal(name: string, variable: string): string;
  relation(asked: string, typed: string): string;
  readonly weak: string;
  /** Right, but further off than the line that was left out. */
  readonly looser: string;
  readonly undecided: string;
  readonly reasonNone: string;
  reason(text: string): string;
  parts(list: string): string;
  shape(text: string): string;
  answer(text: string): string;
}

export const exerciseWords: Readonly<Record<Locale, Words>> = {
  "zh-CN": {
    exercise: "推导练习",
    blank: "填空",
    right: "在每个世界里都成立，而且向前走了一步",
    again: "与上一行相等，但只是上一行换了个写法，没有往前走",
    still: (line) => (line === 1 ? "还是第一行，没有往前走" : `又回到了第${line}行，没有往前走`),
    ahead: (isNext) =>
      isNext
        ? "这就是下一行：空着的是走到它的那一步"
        : "这一行在后面已经有了：空着的是走到它的那一步",
    around: (above, below) =>
      below === undefined ? `上一行是${above}` : `上一行是${above}，下一行是${below}：中间还差一步`,
    unconditional: (name) => `这一题里的${name}不写条件：竖线和它后面的略去`,
    marginal: (name, variable) => `${name}读作${name}(${variable})`,
    relation: (asked, typed) => `这里问的关系是${asked}，写的是${typed}`,
    weak: "这一行从上一行推得出，可下一行从它推不出来",
    looser: "在每个世界里都成立，不过比原来那一行松：还能写得更紧",
    undecided: "判断不了",
    reasonNone: "看上一行与下一行：差在哪里？",
    reason: (text) => `理由：${text}`,
    parts: (list) => `这一行里用到${list}`,
    shape: (text) => `样子：${text}`,
    answer: (text) => `答案：${text}`,
  },
  en: {
    exercise: "Derivation exercise",
    blank: "blank",
    right: "holds in every world, and is a step forward",
    again: "equal to the line above, but only the line above in other writing: no step forward",
    still: (line) =>
      line === 1
        ? "the first line once more: no step forward"
        : `line ${line} once more: no step forward`,
    ahead: (isNext) =>
      isNext
        ? "this is the next line: the step that leads to it is asked for"
        : "this line stands further down: a step that leads to it is asked for",
    around: (above, below) =>
      below === undefined
        ? `The line above is ${above}`
        : `The line above is ${above}, the next one ${below}: one step is missing between them`,
    unconditional: (name) =>
      `here ${name} is written without a condition: what follows the bar is left out`,
    marginal: (name, variable) => `${name} was read as ${name}(${variable})`,
    relation: (asked, typed) => `the relation asked for is ${asked}, not ${typed}`,
    weak: "this line follows from the one above, but the next does not follow from it",
    looser: "holds in every world, though it bounds less tightly than the line left out",
    undecided: "cannot be decided",
    reasonNone: "look at the lines above and below: where do they differ?",
    reason: (text) => `Reason: ${text}`,
    parts: (list) => `The line uses ${list}`,
    shape: (text) => `Shape: ${text}`,
    answer: (text) => `Answer: ${text}`,
  },
};
