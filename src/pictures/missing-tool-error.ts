/** What pages and pictures are made with is missing, a browser or a package: in one line for the reader. */
export class MissingToolError extends Error {
  override readonly name: string = "MissingToolError";
}
