import type { TexReading } from "../read-tex";

const inspect: unique symbol = Symbol.for("nodejs.util.inspect.custom");

/** The same reading, which prints as its chains, notes and unread parts, a line each, and not as [Object]. */
export function showReading(reading: TexReading): TexReading {
  const text = (): string => textOf(reading);
  const hidden = { enumerable: false, value: text };
  return Object.defineProperties(reading, { toString: hidden, [inspect]: hidden });
}

function textOf({ chains, notes, unread }: TexReading): string {
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
