import { join, resolve } from "node:path";
import { KernelError } from "../kernel/kernel-error";
import { userDataFolder, writeKernelspec } from "../kernel/kernelspec";
import { systemReason } from "../notebook/system-reason";
import { CommandError } from "./command-error";
import { parseCommand } from "./parse-command";

export { writeKernelspec } from "../kernel/kernelspec";

/** `klab install [--user | --prefix DIR]`: registers the kernel with Jupyter, by default for this user. */
export async function installCommand(args: string[]): Promise<number> {
  const { values, positionals } = parseCommand(args, {
    user: { type: "boolean" },
    prefix: { type: "string" },
  });
  if (positionals.length > 0) {
    throw new CommandError(`klab install: 多余的参数 / unexpected argument: ${positionals[0]}`);
  }
  if (values.user && values.prefix !== undefined) {
    throw new CommandError(
      "klab install: --user 与 --prefix 只能取一个 / --user and --prefix exclude each other",
    );
  }
  if (values.prefix === "") {
    throw new CommandError("klab install: --prefix 需要文件夹 / --prefix needs a folder");
  }
  try {
    const data =
      values.prefix === undefined
        ? userDataFolder()
        : join(resolve(values.prefix), "share/jupyter");
    const file = writeKernelspec(join(data, "kernels", "tslab"));
    console.log(`内核已注册 / kernel registered: ${file}`);
    return 0;
  } catch (error) {
    if (error instanceof KernelError) throw new CommandError(`klab install: ${error.message}`);
    const { code, message, path } = error as NodeJS.ErrnoException;
    if (!code) throw error;
    throw new CommandError(
      `klab install: 写不进 / cannot write: ${systemReason(error) ?? message}${path ? `: ${path}` : ""}`,
    );
  }
}
