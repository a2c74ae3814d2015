import { HandoutError } from "../handout/handout-error";
import type { Audience } from "../handout/versions";
import { writeHandouts } from "../handout/write-handouts";
import { openFigureRenderer } from "../pictures/figure-renderer";
import { MissingToolError } from "../pictures/missing-tool-error";
import { CommandError } from "./command-error";
import { parseCommand } from "./parse-command";
import { readHandoutFiles, withCourses } from "./read-handout-files";

interface HandoutArguments {
  readonly files: readonly string[];
  readonly out: string;
  readonly audience: Audience;
  readonly pdf: boolean;
  readonly shared: boolean;
  readonly slides: boolean;
}

function parse(args: string[]): HandoutArguments {
  const { values, positionals } = parseCommand(args, {
    out: { type: "string", default: "handouts" },
    for: { type: "string", default: "student" },
    pdf: { type: "boolean", default: false },
    shared: { type: "boolean", default: false },
    slides: { type: "boolean", default: false },
  });
  const { out, for: audience, pdf, shared, slides } = values;
  if (positionals.length === 0) {
    throw new CommandError("klab handout: 没有给出笔记本 / no notebook given");
  }
  if (audience !== "student" && audience !== "teacher") {
    throw new CommandError(
      `klab handout: --for ${audience}: 应为 student 或 teacher / must be student or teacher`,
    );
  }
  if (out === "") {
    throw new CommandError("klab handout: --out 后缺少文件夹 / --out needs a folder");
  }
  return { files: [...new Set(positionals)], out, audience, pdf, shared, slides };
}

/**
 * `klab handout FILE… [--out DIR] [--for student|teacher] [--pdf] [--shared] [--slides]`: notebooks to pages that open from disk.
 *
 * @returns the exit code, 0
 * @throws CommandError with exit code 2 for unusable input, an unwritable folder or a missing library
 */
export async function handoutCommand(args: string[]): Promise<number> {
  const { files, out, audience, pdf, shared, slides } = parse(args);
  const read = readHandoutFiles(files);
  const log = (line: string): void => console.log(line);
  try {
    const entries = await withCourses(read);
    const renderer = await openFigureRenderer({ log });
    try {
      const written = await writeHandouts(entries, {
        out,
        audiences: [audience],
        renderer,
        log,
        pdf,
        shared,
        slides,
      });
      for (const file of written.files) log(file);
    } finally {
      await renderer?.close();
    }
  } catch (error) {
    if (error instanceof HandoutError || error instanceof MissingToolError)
      throw new CommandError(error.message);
    throw error;
  }
  return 0;
}
