/** So many milliseconds after a connection could not be opened, asking again gives the same error. */
const rest = 30_000;

/** A connection that is opened when it is asked for, and again after it broke. */
export interface Reopening<Connection> {
  get(): Promise<Connection>;
  /** The connection broke, or was closed: the next one who asks gets another. */
  forget(): void;
  /** What is open, or being opened. */
  readonly current: Promise<Connection> | undefined;
}

/**
 * Opens once and keeps it. A failure is kept too, for half a minute: each of many columns would else wait for a server that
 * is not there.
 */
export function reopening<Connection>(open: () => Promise<Connection>): Reopening<Connection> {
  let opened: Promise<Connection> | undefined;
  let failedAt = Number.NEGATIVE_INFINITY;
  return {
    get() {
      if (opened && Date.now() - failedAt < rest) return opened;
      if (failedAt > 0) opened = undefined;
      failedAt = Number.NEGATIVE_INFINITY;
      opened ??= open().catch((error: unknown) => {
        failedAt = Date.now();
        throw error;
      });
      return opened;
    },
    forget() {
      opened = undefined;
      failedAt = Number.NEGATIVE_INFINITY;
    },
    get current() {
      return opened;
    },
  };
}
