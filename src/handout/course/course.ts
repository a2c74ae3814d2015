import { exercisesOf } from "../../notebook/exercises";
import { joinText, type Notebook } from "../../notebook/nbformat";
import { readFigure } from "../../page/figure-model";
import { storedFigure } from "../outputs/stored-figure";
import { markdownTables } from "./markdown-table";
import type { BibliographyEntry } from "./read-bibliography";
import { readingMinutes } from "./reading-minutes";

/** A term of the course's glossary. */
export interface GlossaryTerm {
  readonly term: string;
  readonly english: string;
  /** Markdown. */
  readonly sentence: string;
  /** Where the term is explained: `02-lesson.ipynb#cell-id=…` */
  readonly see: string | undefined;
}

/** A lesson as the guide, or its own text, tells of it. */
export interface Lesson {
  /** The notebook's name without `.ipynb`. */
  readonly name: string;
  /** From the name: 2 of `02-relative-entropy`. */
  readonly number: number | undefined;
  readonly title: string;
  readonly sentence: string;
  /** "30分钟" */
  readonly minutes: string;
}

/** What a cross-reference to a cell is called. */
export interface Target {
  readonly figure: string | undefined;
  readonly exercise: string | undefined;
  readonly equation: string | undefined;
  readonly section: string | undefined;
}

/** What the pages of one course share. */
export interface Course {
  readonly bibliography: readonly BibliographyEntry[];
  readonly glossary: readonly GlossaryTerm[];
  /** In the order in which they are to be read. */
  readonly lessons: readonly Lesson[];
  /** Ways through the lessons, as Markdown. */
  readonly paths: readonly string[];
  /** By lesson and cell id. */
  readonly targets: ReadonlyMap<string, ReadonlyMap<string, Target>>;
}

export const noCourse: Course = {
  bibliography: [],
  glossary: [],
  lessons: [],
  paths: [],
  targets: new Map(),
};

/** The course without links to lessons that have no page. */
export function withPages(course: Course, hasPage: (lesson: string) => boolean): Course {
  const leads = (see: string | undefined): boolean =>
    see !== undefined && hasPage(see.replace(/\.ipynb(?:#.*)?$/, ""));
  return {
    ...course,
    lessons: course.lessons.filter(({ name }) => hasPage(name)),
    glossary: course.glossary.map((term) => ({
      ...term,
      see: leads(term.see) ? term.see : undefined,
    })),
  };
}

/** The number in a lesson's name. */
export function lessonNumber(name: string): number | undefined {
  const digits = /^(\d{1,3})(?=\D|$)/.exec(name)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

const markdownOf = (notebook: Notebook): string[] =>
  notebook.cells
    .filter(({ cell_type }) => cell_type === "markdown")
    .map(({ source }) => joinText(source));

/** A notebook's first heading. */
export function titleOf(notebook: Notebook): string | undefined {
  for (const text of markdownOf(notebook)) {
    const title = /^#{1,6}\s+(.+?)\s*#*\s*$/m.exec(text)?.[1];
    if (title !== undefined) return title;
  }
  return undefined;
}

/** 第02课, as the lessons' own titles say it. */
export const lessonLabel = (number: number): string => `第${String(number).padStart(2, "0")}课`;

/** Lists tell a lesson's number themselves: 第02课：相对熵 is 相对熵 there. */
export const withoutNumber = (title: string): string => title.replace(/^第\d+课[：:　 ]*(?=.)/, "");

/** The first sentence below a notebook's title, without Markdown's marks. */
function firstSentence(notebook: Notebook): string {
  const [text = ""] = markdownOf(notebook);
  const paragraph = text
    .split(/\n\s*\n/)
    .find((part) => part.trim() !== "" && !/^\s*(?:#|[|>]|- )/.test(part));
  const sentence = /^[\s\S]*?[。！？]/.exec(paragraph?.trim() ?? "")?.[0] ?? "";
  return sentence.length > 80 || /[$<\\]/.test(sentence)
    ? ""
    : sentence.replace(/\[([^\]]*)\]\([^)]*\)|[*`]/g, "$1").replace(/。$/, "");
}

/** Glossary, lessons and paths are in one of the notebooks: the guide, told by the heads of its tables. */
export function readGuide(
  notebooks: ReadonlyMap<string, Notebook>,
): Pick<Course, "glossary" | "lessons" | "paths"> {
  const tables = [...notebooks.values()].flatMap((notebook) =>
    markdownOf(notebook).flatMap(markdownTables),
  );
  const glossary = tables
    .filter(({ head }) => head[0] === "术语" && head[1] === "English")
    .flatMap(({ rows }) => rows.flatMap(termsOfRow));
  const listed = tables
    .filter(({ head }) => head[0] === "课" && head[1] === "一句话")
    .flatMap(({ rows }) => rows);
  const told = new Map(
    listed.flatMap((row) => {
      const name = /\]\(([^)#]+)\.ipynb/.exec(row[0])?.[1];
      return name === undefined ? [] : [[name, { sentence: row[1], minutes: row[3] ?? "" }]];
    }),
  );
  const lessons = [...notebooks].map(([name, notebook]): Lesson => {
    const { sentence = firstSentence(notebook), minutes = "" } = told.get(name) ?? {};
    return {
      name,
      number: lessonNumber(name),
      title: withoutNumber(titleOf(notebook) ?? name),
      sentence,
      minutes: minutes || readingMinutes(notebook),
    };
  });
  return { glossary, lessons, paths: readPaths(notebooks) };
}

function termsOfRow(row: readonly string[]): GlossaryTerm[] {
  const [terms = "", english = "", sentence = "", see = ""] = row;
  const names = terms.split("、");
  const translations = english.split(", ");
  const address = /\]\(([^)]+)\)/.exec(see)?.[1];
  return names.map((name, i) => ({
    term: name.replace(/（.*）$/, ""),
    english: names.length === translations.length ? translations[i] : english,
    sentence,
    see: address,
  }));
}

/** The list after 几条现成的路. */
function readPaths(notebooks: ReadonlyMap<string, Notebook>): string[] {
  for (const [name, notebook] of notebooks) {
    for (const text of markdownOf(notebook)) {
      const list = /几条现成的路[：:]\s*\n+((?:- .*(?:\n|$))+)/.exec(text)?.[1];
      if (list !== undefined)
        return list
          .trim()
          .split("\n")
          .map((item) => item.slice(2).replace("本篇", `[${titleOf(notebook)}](${name}.ipynb)`));
    }
  }
  return [];
}

/** What references to the cells of a notebook are called. */
export function targetsOf(notebook: Notebook): Map<string, Target> {
  const { cells } = notebook;
  const exercises = new Map(exercisesOf(cells).map(({ start }, i) => [start, String(i + 1)]));
  const targets = new Map<string, Target>();
  let figures = 0;
  for (const [index, cell] of cells.entries()) {
    const source = cell.cell_type === "markdown" ? joinText(cell.source) : "";
    const before = figures;
    for (const output of cell.outputs ?? []) {
      const json = "data" in output ? storedFigure(output.data) : undefined;
      if (json !== undefined && readFigure(json)) figures += 1;
    }
    if (cell.id === undefined) continue;
    targets.set(cell.id, {
      figure: figures > before ? String(before + 1) : undefined,
      exercise: exercises.get(index),
      equation: /\\tag\s*\{([^{}]+)\}/.exec(source)?.[1],
      section: /^#{2,6}\s+(\d+(?:\.\d+)*)(?=\s)/m.exec(source)?.[1],
    });
  }
  return targets;
}
