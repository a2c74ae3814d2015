import { expect, test } from "vitest";
import { annotateFormula } from "../../../src/derivations/articles/annotate-formula";
import { annotatedCells } from "../../../src/derivations/articles/annotated-cells";
import type { ArticlePart } from "../../../src/derivations/articles/article-part";

const formula = (tex: string, line = 1): ArticlePart => ({ kind: "formula", tex, line });

const parts: readonly ArticlePart[] = [
  { kind: "heading", level: 1, text: "散度 <b> $x$" },
  formula(String.raw`D_{KL}(p\|q) = H(p,q) - H(p)`, 3),
  formula(String.raw`\int_x p(x)log\frac{q(x)}{p(x)}dx \le 0`, 5),
  formula(String.raw`D_{KL}(p\|q) = D_{KL}(q\|p)`, 7),
  formula(String.raw`k = \log r`, 9),
  formula(String.raw`D_{KL}(p\|q)\, = H(p,q) - H(p).`, 11),
  formula(String.raw`\mathcal{Z}\Bigl( = 1`, 13),
];

test("an article becomes a table and, under its own headings, a cell for each formula", () => {
  const { cells, counts, formulas } = annotatedCells("文章.txt", parts, "zh-CN");
  // The fifth is the first again.
  expect(formulas).toBe(5);
  expect(counts).toMatchObject({ holds: 2, fails: 1, defines: 1 });
  const [table, imports, heading] = cells;
  expect(table.source).toContain("共5个式子");
  expect(table.source).toContain("| 1 | 3, 11 |");
  expect(imports.kind).toBe("code");
  expect(heading.source).toBe("## 散度 &lt;b> \\$x\\$");
  const all = cells.map(({ source }) => source).join("\n");
  expect(all).toContain("−KL(P ‖ Q)");
  expect(all).toContain("不成立");
  expect(all).toContain("log 前少了反斜杠");
  expect(cells.filter(({ kind }) => kind === "code").length).toBeGreaterThanOrEqual(5);
});

test("nothing of the article stands in the code but as a quoted text", () => {
  const evil = `H(p) = \\text{"); process.exit(1); ("} \`\${1}\` \u2028 H(p)`;
  const { cells } = annotatedCells(
    "a",
    [formula(evil), formula(`a\`b\${c} = d" + e_{1}`)],
    "zh-CN",
  );
  for (const { kind, source } of cells) {
    if (kind === "code") expect(source).not.toMatch(/process\.exit|`|\u2028/);
  }
});

test("in English the notebook's own words are English", () => {
  const { cells } = annotatedCells("an article", parts.slice(1), "en");
  const [table, , first] = cells;
  expect(table.source).toContain("5 formulas");
  const own = first.source.replace(/Tried in these worlds[\s\S]*/, "");
  expect(table.source.split("\n").slice(0, 5).join() + own).not.toMatch(/\p{Script=Han}/u);
});

// None of the four is false: within a millisecond nothing can be told of them.
test.each([
  String.raw`W_1(P,Q) = \int |F_P(x) - F_Q(x)| dx`,
  String.raw`D_{KL}(p\|q) = \int p(x)\log\frac{p(x)}{q(x)} dx`,
  String.raw`\arg\min_\theta D_{KL}(p\|q_\theta) = \arg\min_\theta H(p, q_\theta)`,
  String.raw`TV(p,q) = \frac12\int |p(x)-q(x)| dx`,
])("out of time is undecided, not false: %s", (tex) => {
  const { status, chains } = annotateFormula(tex, "zh-CN", 0.001);
  expect(status).toBe("undecided");
  const remark = chains.map((chain) => chain.remark).join();
  expect(remark).toContain("时间用完");
  expect(remark).not.toContain("NaN");
});

test("a formula that breaks the reader says so in its row; those beside it are annotated", () => {
  const broken = String.raw`H(p) = broken`;
  const [good, other] = [String.raw`D_{KL}(p\|q) \ge 0`, String.raw`H(p) \le H(p,q)`];
  const { cells, counts } = annotatedCells(
    "a",
    [good, broken, other].map((tex) => formula(tex)),
    "en",
    (tex, locale) => {
      if (tex === broken) throw new SyntaxError("Invalid regular expression\n  at …");
      return annotateFormula(tex, locale);
    },
  );
  expect(counts).toMatchObject({ holds: 2, unread: 1 });
  expect(cells[0].source).toMatch(/\| 2 \|.*Invalid regular expression/);
});

test("notes name the characters they are about, and no reason is told in two languages", () => {
  const { cells } = annotatedCells(
    "a",
    [formula(String.raw`KL(p\|q) = \int p(x) log p(x) dx - E_{x~p}[log q(x)]`)],
    "zh-CN",
  );
  expect(cells[2].source).toMatch(/log 前少了反斜杠（第22、44个字符）/);
  for (const tex of [
    String.raw`\mathrm{KL} \ge 0.1`,
    String.raw`H = KL`,
    String.raw`x = \oint z`,
  ]) {
    for (const locale of ["zh-CN", "en"] as const) {
      const all = annotatedCells("a", [formula(tex)], locale).cells.map(({ source }) => source);
      const text = all.join("\n").replace(tex, "");
      if (locale === "en") expect(text).not.toMatch(/\p{Script=Han}/u);
      else expect(text).not.toMatch(/ \/ [a-z]+ [a-z]+ /i);
    }
  }
});

test("a formula again, inside displaystyle, is the same formula", () => {
  const tex = String.raw`D_{KL}(P\|Q) \ge 0`;
  const { formulas, cells, counts } = annotatedCells(
    "a",
    [
      formula(tex, 1),
      formula(`{\\displaystyle ${tex}}`, 2),
      formula(`{\\displaystyle ${tex}.}`, 3),
      formula(`{\\textstyle ${tex}}.`, 4),
      formula(`{\\displaystyle H(P)} = {\\displaystyle H(P)}`, 5),
    ],
    "zh-CN",
  );
  expect(formulas).toBe(2);
  expect(counts.holds).toBe(2);
  expect(cells[0].source).toContain("共2个式子（另有3处是重复的，并在一起）：2个成立。");
  expect(cells.map(({ source }) => source).join()).not.toContain("displaystyle D");
});

test("what is counted adds up, and what there is none of is not counted", () => {
  const { cells, counts, formulas } = annotatedCells("a", parts, "zh-CN");
  expect(Object.values(counts).reduce((sum, n) => sum + n, 0)).toBe(formulas);
  expect(cells[0].source).toContain(
    "共5个式子（另有1处是重复的，并在一起）：2个成立，1个不成立，1个只是定义或没有断言，1个没有全读懂。",
  );
});

test("what is not checked is told once, and a definition beside a claim is no cell of its own", () => {
  const { cells } = annotatedCells("a", [formula(String.raw`\mathrm{TV} \le .9`)], "zh-CN");
  expect(cells[2].source.match(/没有定义/g)).toHaveLength(1);
  expect(cells[2].source).not.toContain("在这些世界里试");
  const tex = String.raw`JS(P\|Q) = \frac12 KL(P\|M) + \frac12 KL(Q\|M), M = \frac{P+Q}{2}`;
  const own = annotatedCells("a", [formula(tex)], "zh-CN").cells.filter(
    ({ kind }) => kind === "code",
  );
  expect(own).toHaveLength(2);
});

test.each([String.raw`I(X;Y) = H(X) - H(X|Y)`, String.raw`H(X,Y) = H(X) + H(Y|X)`])(
  "%s: its own sides in another order are no news",
  (tex) => {
    const { chains } = annotateFormula(tex, "zh-CN");
    expect(chains.flatMap(({ identities }) => identities.map(({ name }) => name))).toEqual([]);
  },
);
