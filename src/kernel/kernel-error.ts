/** A kernel that cannot be had: tslab missing, or it does not start. One line for the reader. */
export class KernelError extends Error {
  override readonly name: string = "KernelError";
}

/** The kernel's process ended while something was asked of it. */
export class KernelDiedError extends Error {
  override readonly name: string = "KernelDiedError";
  /** The last of what the process wrote to its own standard error. */
  readonly stderr: string;

  constructor(code: number | null, signal: string | null, stderr: string) {
    const how = signal ? `signal ${signal}` : `exit code ${code}`;
    super(`内核进程结束了（${how}） / the kernel process ended (${how})`);
    this.stderr = stderr;
  }
}
