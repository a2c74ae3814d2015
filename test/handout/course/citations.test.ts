import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { citeWorks } from "../../../src/handout/course/cite-works";
import { gbt7714 } from "../../../src/handout/course/gbt7714";
import {
  type BibliographyEntry,
  firstFamily,
  readBibliography,
  yearOf,
} from "../../../src/handout/course/read-bibliography";
import { joinText, parseNotebook } from "../../../src/notebook/nbformat";
import { markdownCell, notebookOf } from "../fixture";

let course: BibliographyEntry[];
beforeAll(async () => {
  course = await readBibliography(readFileSync("notebooks/references.bib", "utf8"));
});

describe("GB/T 7714", () => {
  test.each([
    [
      "@article{a, author={Kullback, S. and Leibler, R. A.}, title={On Information}, journal={Ann. Math. Stat.}, year=1951, volume=22, number=1, pages={79--86}, doi={10.1/a}}",
      "KULLBACK S, LEIBLER R A. On Information[J]. Ann. Math. Stat., 1951, 22(1): 79-86. DOI: 10.1/a.",
    ],
    [
      "@book{a, author={Cover, T. M. and Thomas, J. A.}, title={Elements}, edition={2}, address={Hoboken}, publisher={Wiley}, year=2006}",
      "COVER T M, THOMAS J A. Elements[M]. 2nd ed. Hoboken: Wiley, 2006.",
    ],
    [
      "@inproceedings{a, author={Hinton, Geoffrey E. and {van Camp}, Drew}, title={Keeping}, booktitle={COLT}, year=1993, pages={5-13}}",
      "HINTON G E, VAN CAMP D. Keeping[C]//COLT. 1993: 5-13.",
    ],
    [
      "@online{a, author={Schulman, J.}, title={Approximating}, year=2020, url={http://e.org/a}}",
      "SCHULMAN J. Approximating[EB/OL]. (2020). http://e.org/a.",
    ],
    [
      "@article{a, author={A, B. and C, D. and E, F. and G, H.}, title={T}, journal={J}, year=2000, volume=3}",
      "A B, C D, E F, et al. T[J]. J, 2000, 3.",
    ],
    [
      "@book{a, author={李, 航 and 周, 志华 and 邱, 锡鹏 and 王, 某}, title={统计}, address={北京}, publisher={清华大学出版社}, year=2012}",
      "李航, 周志华, 邱锡鹏, 等. 统计[M]. 北京: 清华大学出版社, 2012.",
    ],
    [
      "@phdthesis{a, author={Shen, T.-J.}, title={T}, school={NTHU}, year=2003}",
      "SHEN T-J. T[D]. NTHU, 2003.",
    ],
  ])("sets %s", async (bibtex, expected) => {
    const [entry] = await readBibliography(bibtex);
    expect(gbt7714(entry)).toBe(expected);
  });
});

const cited = (...texts: string[]): string[] => {
  const notebook = notebookOf(texts.map((text) => markdownCell(text)));
  return citeWorks(notebook, course).cells.map(({ source }) => joinText(source));
};

describe("citations", () => {
  test("are numbered in the order in which they come, by key or by author and year", () => {
    const [first, second, list] = cited(
      "见[@shannon1948; @cover2006, 第5章]。",
      "Kullback与Leibler（1951）与Shannon 1948。",
    );
    expect(first).toMatch(
      /^见\[\\\[1\\\]\]\(#ref-1 "SHANNON C E\..*"\)\[\\\[2\\\]\]\(#ref-2 ".*"\)第5章。$/,
    );
    expect(second).toMatch(/^Kullback与Leibler（1951）\[\\\[3\\\]\].*与Shannon 1948\[\\\[1\\\]\]/);
    expect(list.match(/name="ref-\d"/g)).toHaveLength(3);
    expect(list).toMatch(/^## 参考文献/);
  });

  test("leave code, formulas, links and other years alone", () => {
    const text =
      "`[@shannon1948]` $Shannon 1948$ [Shannon 1948](http://a.b) Shannon 1949 XShannon 1948\n```\n[@shannon1948]\n```";
    expect(cited(text)).toEqual([text]);
  });

  test("tell of a key that is not there, and leave it", () => {
    const heard: string[] = [];
    const notebook = notebookOf([markdownCell("文"), markdownCell("[@nobody2000]")]);
    const { cells } = citeWorks(notebook, course, (cell, text) => heard.push(`${cell} ${text}`));
    expect(joinText(cells[1].source)).toBe("[@nobody2000]");
    expect(heard).toEqual([expect.stringMatching(/^2 .*nobody2000/)]);
  });

  test("keep a lesson's own list: its order, remarks and what the bibliography does not know", () => {
    const [text] = cited(
      "White (1982)\n\n**参考文献**\n\n- Cover, T. M., Thomas, J. A. (2006). [Elements](https://doi.org/x), 2nd ed., 11.1节：经验分布。\n- 源文：百科条目。\n",
    );
    expect(text.split("\n").slice(4)).toEqual([
      expect.stringMatching(/^- .*\\\[2\\\] COVER T M.*11\.1节：经验分布。$/),
      "- 源文：百科条目。",
      expect.stringMatching(/^- .*\\\[1\\\] WHITE H\./),
      "",
    ]);
  });
});

describe("the course's references", () => {
  const lessons = readdirSync("notebooks").filter((name) => name.endsWith(".ipynb"));

  test.each(lessons)("%s names only works of references.bib by author and year", (name) => {
    const { cells } = parseNotebook(readFileSync(join("notebooks", name), "utf8"));
    const lists = cells.map(({ source }) => joinText(source).split(/^\*\*参考文献\*\*$/m)[1] ?? "");
    const named = lists.join("\n").match(/^- [A-Z][^\n]*?\(\d{4}\)/gm) ?? [];
    const unknown = named.filter(
      (item) =>
        !course.some(
          (entry) =>
            item.startsWith(`- ${firstFamily(entry)}, `) && item.endsWith(`(${yearOf(entry)})`),
        ),
    );
    expect(unknown).toEqual([]);
  });

  test("have a title, an author and a year each, and no key twice", () => {
    expect(course.length).toBeGreaterThan(25);
    for (const entry of course)
      expect([entry.title, firstFamily(entry), yearOf(entry)].every((part) => part)).toBe(true);
    expect(new Set(course.map(({ id }) => id)).size).toBe(course.length);
  });
});
