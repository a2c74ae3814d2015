import type { Notebook } from "../notebook/nbformat";
import { isSetUp, keepSetUp, studentsSetUp } from "./keep-set-up";
import { carrySetUp } from "./live/carry-set-up";
import { removeTagged } from "./remove-tagged";
import { studentVersion } from "./student-version";
import type { Transform } from "./transform";

/** Who a handout is for. */
export type Audience = "student" | "teacher";

/** What each reader gets, in the order it happens. */
export const versions: Readonly<Record<Audience, readonly Transform[]>> = {
  teacher: [(notebook) => carrySetUp(notebook, isSetUp), removeTagged],
  student: [
    ...studentVersion,
    (notebook) => carrySetUp(notebook, studentsSetUp(notebook)),
    removeTagged,
  ],
};

/** What students get to run. */
export const runnableVersion: readonly Transform[] = [...studentVersion, keepSetUp, removeTagged];

/** The notebook as its readers get it. */
export function makeVersion(notebook: Notebook, audience: Audience): Notebook {
  return versions[audience].reduce((result, transform) => transform(result), notebook);
}
