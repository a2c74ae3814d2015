import type { ReadingNote } from "../reading-note";
import type { Span } from "../tex-token";

/** What is printed of a reading; `readTex` says more of it. */
interface ShownReading {
  readonly chains: readonly (readonly {
    readonly relation?: string;
    readonly expression: string;
  }[])[];
  readonly notes: readonly ReadingNote[];
  readonly unread: readonly { readonly at: Span; readonly tex: string; readonly reason: string }[];
}

const inspect: unique symbol = Symbol.for("nodejs.util.inspect.custom");

/** The same reading, which prints as its chains, notes and unread parts, a line each, and not as [Object]. */
export function showReading<R extends ShownReading>(reading: R): R {
  const text = (): string => textOf(reading);
  const hidden = { enumerable: false, value: text };
  return Object.defineProperties(reading, { toString: hidden, [inspect]: hidden });
}

function textOf({ chains, notes, unread }: ShownReading): string {
  const lines = chains.map((chain) =>
    chain
      .map(({ relation, expression }) => (relation ? `${relation} ${expression}` : expression))
      .join(" "),
  );
  const remarks = notes.map(({ kind, at, text }) => `  ${kind} ${at.join("–")}: ${text}`);
  const refused = unread.map(
    ({ at, tex, reason }) => `  unread ${at.join("–")}: ${tex}: ${reason}`,
  );
  return [...lines, ...remarks, ...refused].join("\n");
}
