import { endOfSection, exercisesOf } from "../../notebook/exercises";
import { type Cell, hasTag, joinText, type Notebook } from "../../notebook/nbformat";
import { commentMark, isScript } from "../comment-mark";
import { type Statement, statementsOf } from "./statements-of";

const statementsIn = (cell: Cell): readonly Statement[] =>
  cell.cell_type === "code" ? (statementsOf(joinText(cell.source)) ?? []) : [];

const declaredBy = (cell: Cell): string[] => statementsIn(cell).flatMap((own) => own.declares);

/** What stands in the place of a check that has nothing of a student's to judge. */
const noCheck = (notebook: Notebook): string => `${commentMark(notebook)} 这一格检查参考答案`;

/**
 * A check's source without what uses `lost` names: in the place of a call stands the call of the same function that is
 * `given`, the first for the first and so on; undefined where none is.
 */
function withGivenCalls(
  own: readonly Statement[],
  lost: ReadonlySet<string>,
  given: readonly Statement[],
): string | undefined {
  const gone = new Set(lost);
  const isGone = ({ names }: Statement): boolean => names.some((name) => gone.has(name));
  const taken: Statement[] = [];
  const lines = own.flatMap((statement) => {
    if (!isGone(statement)) return [statement.text];
    for (const name of statement.declares) gone.add(name);
    const same = given.filter(({ calls }) => calls !== undefined && calls === statement.calls);
    const call = same.find((one) => !taken.includes(one)) ?? same.at(-1);
    if (!call || isGone(call)) return [];
    taken.push(call);
    return [call.text];
  });
  return taken.length > 0 ? lines.join("\n") : undefined;
}

/**
 * Has the checks behind a blanked solution judge the student's answer.
 *
 * A check that uses names which only the solution declared would stop with an error in the student's copy. In its place
 * stands the call of the same function before the solution: `check1(better)` for `check1(solvedBetter)`; where there is
 * none, nothing is left to check. Cells in other languages than TypeScript and JavaScript stay as they are.
 *
 * @param whole the notebook with its solutions
 * @param blanked the same cells, solutions blanked
 */
export function checkStudents(whole: Notebook, blanked: Notebook): Notebook {
  if (!isScript(blanked)) return blanked;
  const isBlanked = (index: number): boolean =>
    joinText(whole.cells[index].source) !== joinText(blanked.cells[index].source);
  const exercises = exercisesOf(whole.cells, (cell) => isBlanked(whole.cells.indexOf(cell)));
  const isTogether = (earlier: number, index: number): boolean => {
    const exercise = exercises.find(({ start, end }) => index >= start && index < end);
    return exercise ? earlier >= exercise.start : endOfSection(whole.cells, earlier) > index;
  };
  const known = new Set<string>();
  const lost = new Set<string>();
  const checks: { readonly index: number; readonly statements: readonly Statement[] }[] = [];
  const mend = (cell: Cell, index: number): Cell => {
    const own = statementsIn(cell);
    const named = new Set(own.flatMap(({ declares }) => declares));
    const gone = new Set([...lost].filter((name) => !named.has(name)));
    if (!own.some(({ names }) => names.some((name) => gone.has(name)))) return cell;
    const given = checks.filter((check) => isTogether(check.index, index));
    const calls = withGivenCalls(
      own,
      gone,
      given.flatMap(({ statements }) => statements),
    );
    return { ...cell, source: calls ?? noCheck(blanked) };
  };
  const cells = blanked.cells.map((cell, index) => {
    if (isBlanked(index)) {
      for (const name of declaredBy(whole.cells[index])) if (!known.has(name)) lost.add(name);
    }
    const isCheck = cell.cell_type === "code" && hasTag(cell, "check");
    const mended = isCheck && lost.size > 0 ? mend(cell, index) : cell;
    const statements = statementsIn(mended);
    if (isCheck) checks.push({ index, statements });
    for (const name of statements.flatMap(({ declares }) => declares)) {
      known.add(name);
      lost.delete(name);
    }
    return mended;
  });
  return { ...blanked, cells };
}
