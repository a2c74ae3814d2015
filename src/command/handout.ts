import { HandoutError } from "../handout/handout-error";
import { cachedRecords } from "../handout/making/page-records";
import { UnmadeHandoutsError } from "../handout/making/written-handouts";
import type { Audience } from "../handout/versions";
import { writeHandouts } from "../handout/write-handouts";
import { openFigureRenderer } from "../pictures/figure-renderer";
import { MissingToolError } from "../pictures/missing-tool-error";
import type { Locale } from "../words/locale";
import { CommandError } from "./command-error";
import { parseCommand } from "./parse-command";
import { progressText } from "./progress-text";
import { readableHandoutFiles, withCourses } from "./read-handout-files";

interface HandoutArguments {
  readonly files: readonly string[];
  readonly out: string;
  readonly audience: Audience;
  readonly pdf: boolean;
  readonly shared: boolean;
  readonly slides: boolean;
  readonly locale: Locale;
  readonly anew: boolean;
}

function parse(args: string[]): HandoutArguments {
  const { values, positionals } = parseCommand(args, {
    out: { type: "string", default: "handouts" },
    for: { type: "string", default: "student" },
    pdf: { type: "boolean", default: false },
    shared: { type: "boolean", default: false },
    slides: { type: "boolean", default: false },
    locale: { type: "string", default: "zh-CN" },
    "no-cache": { type: "boolean", default: false },
  });
  const { out, for: audience, pdf, shared, slides, locale } = values;
  if (positionals.length === 0) {
    throw new CommandError("klab handout: 没有给出笔记本 / no notebook given");
  }
  if (audience !== "student" && audience !== "teacher") {
    throw new CommandError(
      `klab handout: --for ${audience}: 应为 student 或 teacher / must be student or teacher`,
    );
  }
  if (locale !== "zh-CN" && locale !== "en") {
    throw new CommandError(
      `klab handout: --locale ${locale}: 应为 zh-CN 或 en / must be zh-CN or en`,
    );
  }
  if (out === "") {
    throw new CommandError("klab handout: --out 后缺少文件夹 / --out needs a folder");
  }
  const anew = values["no-cache"];
  return { files: [...new Set(positionals)], out, audience, pdf, shared, slides, locale, anew };
}

/**
 * `klab handout FILE… [--out DIR] [--for student|teacher] [--pdf] [--shared] [--slides] [--locale zh-CN|en] [--no-cache]`: notebooks to pages
 * that open from disk. A page that would be the same again is left as it is, but for `--no-cache`.
 *
 * @returns the exit code, 0
 * @throws CommandError with exit code 2 for unusable input, once the rest is made, an unwritable folder or a missing library
 */
export async function handoutCommand(args: string[]): Promise<number> {
  const { files: names, audience, anew, ...options } = parse(args);
  const { files, problems } = readableHandoutFiles(names);
  if (files.length === 0) throw new CommandError(problems.join("\n"));
  const log = (line: string): void => console.log(line);
  try {
    const entries = await withCourses(files);
    const renderer = await openFigureRenderer({ log });
    try {
      const written = await writeHandouts(entries, {
        ...options,
        audiences: [audience],
        renderer,
        log,
        records: cachedRecords({ anew }),
        onProgress: (progress) => {
          if (progress.total > 1) log(progressText(progress));
        },
      });
      for (const file of written.files) log(file);
    } finally {
      await renderer?.close();
    }
  } catch (error) {
    if (error instanceof UnmadeHandoutsError) for (const file of error.written.files) log(file);
    if (error instanceof HandoutError || error instanceof MissingToolError)
      throw new CommandError([...problems, error.message].join("\n"));
    throw error;
  }
  if (problems.length > 0) throw new CommandError(problems.join("\n"));
  return 0;
}
