import { joinText } from "../notebook/nbformat";
import { lessonNumber } from "./course/course";
import type { Edition } from "./edition";
import type { PageFacts } from "./index-entry";
import type { Heading } from "./text/heading-list";

/** What the list of handouts tells of the page. */
export function factsOf(
  { audience, name, course, notebook }: Edition,
  headings: readonly Heading[],
): PageFacts {
  const lesson = course.lessons.find((other) => other.name === name);
  const text = notebook.cells.map(({ source }) => joinText(source)).join("\n");
  const sections = headings.filter(({ level }) => level === 2 || level === 3);
  return {
    audience,
    number: lessonNumber(name),
    sentence: lesson?.sentence ?? "",
    minutes: lesson?.minutes ?? "",
    terms: course.glossary.map(({ term }) => term).filter((term) => text.includes(term)),
    sections: sections.map(({ id, text }) => ({ id, text })),
  };
}
