/** From and to in the text as given, from 0, the end excluded. */
export type Span = readonly [start: number, end: number];

interface Spanned {
  readonly at: Span;
  /** A blank stands before it. */
  readonly gap: boolean;
}

/** One letter of a formula, Latin or Greek; `mark` is a hat, bar or tilde over it. */
export interface LetterToken extends Spanned {
  readonly kind: "letter";
  readonly text: string;
  readonly mark?: string;
  /** Set in a script face: ℰ is not the expectation. */
  readonly face?: "script";
}

/** A name of several letters: log, argmax, KL, or a word that the dictionary does not know. */
export interface WordToken extends Spanned {
  readonly kind: "word";
  readonly text: string;
  readonly isKnown: boolean;
  /** Put together from letters: log typed without its backslash. */
  readonly isBare?: boolean;
  /** As typed, where an operator that has a command was spelt without one. */
  readonly typed?: string;
}

export interface NumberToken extends Spanned {
  readonly kind: "number";
  readonly text: string;
}

export interface SignToken extends Spanned {
  readonly kind: "sign";
  readonly text: string;
}

/** What stands between braces. */
export interface GroupToken extends Spanned {
  readonly kind: "group";
  readonly body: readonly TexToken[];
}

export interface ScriptToken extends Spanned {
  readonly kind: "sub" | "sup";
  readonly body: readonly TexToken[];
}

export interface CommandToken extends Spanned {
  readonly kind: "command";
  readonly name: "frac" | "sqrt";
  readonly args: readonly (readonly TexToken[])[];
}

/** The rows of an environment that makes cases. */
export interface CasesToken extends Spanned {
  readonly kind: "cases";
  readonly body: readonly TexToken[];
}

/** Words between formulas. */
export interface ProseToken extends Spanned {
  readonly kind: "prose";
  readonly text: string;
}

/** An end of a row, a cell of a row, or a wide blank. */
export interface BreakToken extends Spanned {
  readonly kind: "row" | "cell" | "space";
}

export type TexToken =
  | LetterToken
  | WordToken
  | NumberToken
  | SignToken
  | GroupToken
  | ScriptToken
  | CommandToken
  | CasesToken
  | ProseToken
  | BreakToken;

/** True for the sign `text`. */
export const isSign = (token: TexToken | undefined, ...texts: readonly string[]): boolean =>
  token?.kind === "sign" && texts.includes(token.text);
