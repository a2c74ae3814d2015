import { isInstalled, missingPackages, unreadablePackage } from "./handout-packages";
import type { MissingToolError } from "./missing-tool-error";

const isMissing = (error: unknown): boolean =>
  ["MODULE_NOT_FOUND", "ERR_MODULE_NOT_FOUND"].includes(
    (error as NodeJS.ErrnoException)?.code ?? "",
  );

/** What to do about a package that is not installed. */
export const missingPackage = (packageName: string): MissingToolError =>
  missingPackages([packageName]);

/**
 * Loads an optional dependency.
 *
 * @throws MissingToolError naming the command that installs it, or what keeps it from being read
 */
export async function peer<T>(load: () => Promise<T>, packageName: string): Promise<T> {
  try {
    return await load();
  } catch (error) {
    if (!isMissing(error)) throw error;
    throw isInstalled(packageName) ? unreadablePackage(packageName) : missingPackage(packageName);
  }
}
