import { HandoutError } from "./handout-error";

const isMissing = (error: unknown): boolean =>
  ["MODULE_NOT_FOUND", "ERR_MODULE_NOT_FOUND"].includes(
    (error as NodeJS.ErrnoException)?.code ?? "",
  );

/** What to do about a package that is not installed. */
export const missingPackage = (packageName: string): HandoutError =>
  new HandoutError(
    `缺少 ${packageName}，请运行 npm i -D ${packageName} / ${packageName} is missing: run npm i -D ${packageName}`,
  );

/**
 * Loads an optional dependency.
 *
 * @throws HandoutError naming the command that installs it
 */
export async function peer<T>(load: () => Promise<T>, packageName: string): Promise<T> {
  try {
    return await load();
  } catch (error) {
    if (!isMissing(error)) throw error;
    throw missingPackage(packageName);
  }
}
