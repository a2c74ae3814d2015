import { HandoutError } from "../handout/handout-error";
import { nameUnknownTags } from "../handout/name-unknown-tags";
import { type StudentEntry, writeStudentNotebooks } from "../handout/student-notebook";
import { CommandError } from "./command-error";
import { parseCommand } from "./parse-command";
import { readHandoutFiles } from "./read-handout-files";

/**
 * `klab student FILE… [--out DIR]`: the notebooks that students work in.
 *
 * @returns the exit code, 0
 * @throws CommandError with exit code 2 for unusable input, a solution that would show, a file that somebody has edited
 */
export async function studentCommand(args: string[]): Promise<number> {
  const { values, positionals } = parseCommand(args, {
    out: { type: "string", default: "handouts" },
  });
  const { out } = values;
  if (positionals.length === 0) {
    throw new CommandError("klab student: 没有给出笔记本 / no notebook given");
  }
  if (out === "") {
    throw new CommandError("klab student: --out 后缺少文件夹 / --out needs a folder");
  }
  const entries: StudentEntry[] = readHandoutFiles([...new Set(positionals)]);
  const log = (line: string): void => console.log(line);
  try {
    nameUnknownTags(entries, true, log);
    const { files, kept } = writeStudentNotebooks(entries, out);
    for (const file of files) log(file);
    if (kept.length > 0) throw new CommandError(kept.join("; "));
  } catch (error) {
    if (error instanceof HandoutError) throw new CommandError(error.message);
    throw error;
  }
  return 0;
}
