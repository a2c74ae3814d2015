/** A piece of MathML: an element with children or with text. */
export interface MathPiece {
  readonly tag: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly children?: readonly MathPiece[];
  readonly text?: string;
}
