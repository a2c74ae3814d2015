import { readTex } from "../../../src/derivations";

/** How the first side of a formula is read. */
export const expressionOf = (tex: string): string => readTex(tex).chains[0][0].expression;

/** How each chain of a formula is read, in a line. */
export const textsOf = (tex: string): readonly string[] =>
  readTex(tex).chains.map((chain) =>
    chain
      .map(({ relation, expression }) => (relation ? `${relation} ${expression}` : expression))
      .join(" "),
  );

/** The same as one text. */
export const textOf = (tex: string): string => textsOf(tex).join(" ");

export const notesOf = (tex: string): string =>
  readTex(tex)
    .notes.map(({ text }) => text)
    .join("；");

export const reasonsOf = (tex: string): string =>
  readTex(tex)
    .unread.map(({ reason }) => reason)
    .join("；");
