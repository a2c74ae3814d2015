/** Why a cell cannot run, with the line that says it. */
export class CellError extends SyntaxError {
  constructor(
    message: string,
    /** From 1. */
    readonly line: number,
  ) {
    super(message);
    this.name = "SyntaxError";
  }
}
