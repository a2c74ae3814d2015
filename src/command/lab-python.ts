import { spawn } from "node:child_process";
import { systemReason } from "../notebook/system-reason";

export interface ProgramEnd {
  /** null: ended by a signal, or not found. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A program and the arguments it always gets. */
export interface Program {
  readonly command: string;
  readonly args: readonly string[];
}

/** Runs `program` to its end, without a shell; one that is not there ends with code null. */
export function runProgram(
  { command, args }: Program,
  more: readonly string[],
  timeout?: number,
): Promise<ProgramEnd> {
  return new Promise((done) => {
    let [stdout, stderr] = ["", ""];
    const child = spawn(command, [...args, ...more], {
      stdio: ["ignore", "pipe", "pipe"],
      windowsHide: true,
    });
    // Not spawn's own timeout: for a program that is not there its timer would keep us waiting.
    const timer = timeout === undefined ? undefined : setTimeout(() => child.kill(), timeout);
    const end = (result: ProgramEnd): void => {
      clearTimeout(timer);
      done(result);
    };
    // No pipes where no more files may be open: then there is an error, as for a program that is not there.
    child.stdout?.setEncoding("utf8").on("data", (text) => (stdout += text));
    child.stderr?.setEncoding("utf8").on("data", (text) => (stderr += text));
    child.once("error", (error: NodeJS.ErrnoException) => {
      const reason = error.code === "ENOENT" ? undefined : systemReason(error);
      end({ code: null, stdout, stderr: reason ?? error.message });
    });
    child.once("close", (code) => end({ code, stdout, stderr }));
  });
}

const pythons = (platform: string): readonly Program[] =>
  platform === "win32"
    ? [
        { command: "py", args: ["-3"] },
        { command: "python", args: [] },
      ]
    : [
        { command: "python3", args: [] },
        { command: "python", args: [] },
      ];

/** JupyterLab 4 and its parts need 3.9 or later; a venv needs pip's wheel, which Debian packs apart. */
const probe =
  "import sys; assert sys.version_info >= (3, 9), 'Python 3.9 or later is needed'; import venv, ensurepip";

/** A Python that can make an environment, or why each one there is cannot. */
export async function findPython(
  platform: string = process.platform,
): Promise<{ readonly python?: Program; readonly problems: readonly string[] }> {
  const problems: string[] = [];
  for (const python of pythons(platform)) {
    const { code, stderr } = await runProgram(python, ["-c", probe], 60_000);
    if (code === 0) return { python, problems };
    problems.push(`${python.command}: ${lastLine(stderr)}`);
  }
  return { problems };
}

/** Where Python and pip say what went wrong. */
export function lastLine(text: string): string {
  return text.trim().split("\n").at(-1)?.trim() ?? "";
}
