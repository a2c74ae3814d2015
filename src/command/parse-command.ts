import { type ParseArgsConfig, parseArgs } from "node:util";
import { CommandError } from "./command-error";

type Options = NonNullable<ParseArgsConfig["options"]>;

type Parsed<T extends Options> = ReturnType<
  typeof parseArgs<{ args: string[]; options: T; allowPositionals: true }>
>;

/**
 * Options and operands of a command line.
 *
 * @throws CommandError (exit code 2) for an unknown option or a missing value
 */
export function parseCommand<T extends Options>(args: string[], options: T): Parsed<T> {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (!code?.startsWith("ERR_PARSE_ARGS")) throw error;
    // Node's advice takes every unknown option for a file name.
    const [problem = ""] = message.split("\n");
    const told = problem.replace(
      /\. To specify a positional argument.*/,
      "；以 - 开头的文件名请放在 -- 之后 / a file name that starts with - goes after --",
    );
    throw new CommandError(`klab: 用法有误 / usage: ${told}`);
  }
}
