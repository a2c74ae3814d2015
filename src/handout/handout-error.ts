/** What stops a handout from being made, in one line for the reader. */
export class HandoutError extends Error {
  override readonly name: string = "HandoutError";
}
