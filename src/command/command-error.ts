/** A command that cannot go on: one line for the reader and an exit code. 1: a cell failed. 2: unusable input. */
export class CommandError extends Error {
  override readonly name: string = "CommandError";
  readonly exitCode: 1 | 2;

  constructor(message: string, exitCode: 1 | 2 = 2) {
    super(message);
    this.exitCode = exitCode;
  }
}
