import { shapeError } from "./errors";

/**
 * Refuses an argument that would be ignored in silence, as options given to a function that takes none.
 *
 * @param takes what the function takes, for the message
 */
export function checkNoMore(caller: string, more: readonly unknown[], takes: string): void {
  if (more.length === 0) return;
  throw shapeError(
    caller,
    `只有参数 ${takes}，没有选项；请去掉多出的参数`,
    `takes ${takes} and no options; leave out what is given besides`,
  );
}
