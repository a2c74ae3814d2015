import type { Notes } from "../reading-note";
import { letterCommands } from "../tex-commands";
import type { LetterToken } from "../tex-token";

/** theta, phi, sigma typed letter by letter: the Greek letter; xi and nu may be products. */
export function bareGreek(run: readonly LetterToken[], notes: Notes): LetterToken | undefined {
  const typed = run.map(({ text }) => text).join("");
  const text = /^(xi|nu)$/.test(typed) ? undefined : letterCommands.get(typed);
  const [first, last] = [run[0], run[run.length - 1]];
  if (text === undefined || run.length < 2) return undefined;
  notes.add(
    "repair",
    [first.at[0], last.at[1]],
    `${typed} 前少了反斜杠，读作 ${text}`,
    `${typed} lacks its backslash; read as ${text}`,
  );
  return { kind: "letter", text, at: [first.at[0], last.at[1]], gap: first.gap };
}
