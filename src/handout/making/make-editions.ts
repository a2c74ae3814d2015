import { existsSync } from "node:fs";
import { join } from "node:path";
import { withPages } from "../course/course";
import { type Edition, makeEdition } from "../edition";
import { HandoutError } from "../handout-error";
import { nameUnknownTags } from "../name-unknown-tags";
import { FigureReader } from "../outputs/figure-reader";
import { fileName } from "../page-names";
import type { Audience } from "../versions";
import type { HandoutEntry } from "./handout-entry";

/** A notebook, and what each of its audiences gets. */
export interface EntryEditions {
  readonly entry: HandoutEntry;
  readonly editions: readonly Edition[];
}

export interface MadeEditions {
  readonly made: readonly EntryEditions[];
  /** Why notebooks have none, a line for each. */
  readonly problems: readonly string[];
}

export interface EditionsOptions {
  readonly out: string;
  readonly audiences: readonly Audience[];
  readonly log: (line: string) => void;
}

/** The notebooks of which every audience can have its own. */
export function makeEditions(
  entries: readonly HandoutEntry[],
  { out, audiences, log }: EditionsOptions,
): MadeEditions {
  const reader = new FigureReader();
  const problems: string[] = [];
  const names = new Set(entries.map(({ name }) => name));
  const hasPage = (audience: Audience) => (lesson: string) =>
    names.has(lesson) || existsSync(join(out, fileName(lesson, audience)));
  const editionsOf = (entry: HandoutEntry): Edition[] =>
    audiences.map((audience) =>
      makeEdition(entry.notebook, audience, {
        reader,
        name: entry.name,
        course: entry.course && withPages(entry.course, hasPage(audience)),
        // Once is enough: the teacher's has all that the student's has.
        onUnknown:
          audience === audiences.at(-1)
            ? (cell, text) => log(`${entry.name}: 第${cell}格 / cell ${cell}: ${text}`)
            : undefined,
      }),
    );
  const makeAll = (some: readonly HandoutEntry[]): EntryEditions[] =>
    some.flatMap((entry) => {
      try {
        return [{ entry, editions: editionsOf(entry) }];
      } catch (error) {
        problems.push(problemOf(entry, error));
        return [];
      }
    });
  const tagged = entries.filter((entry) => {
    try {
      nameUnknownTags([entry], audiences.includes("student"), log);
      return true;
    } catch (error) {
      problems.push((error as Error).message); // which names it
      return false;
    }
  });
  let made = makeAll(tagged);
  // A page links its neighbours: none that there will not be.
  while (made.length < names.size) {
    names.clear();
    for (const { entry } of made) names.add(entry.name);
    made = makeAll(made.map(({ entry }) => entry));
  }
  return { made, problems };
}

/** What keeps a notebook from having a page, by its name. */
export function problemOf({ name }: HandoutEntry, error: unknown): string {
  const { message } = error as Error;
  if (message.startsWith(`${name}.ipynb: `)) return message;
  return error instanceof HandoutError
    ? `${name}.ipynb: ${message}`
    : `${name}.ipynb: 讲义没有做成 / no handout was made: ${message}`;
}
