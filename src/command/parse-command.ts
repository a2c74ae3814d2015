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
    throw new CommandError(`klab: 用法有误 / usage: ${message.split("\n")[0]}`);
  }
}
