import type { Notes } from "./reading-note";
import type { NameNode, TexNode } from "./tex-node";
import type { Span, TexToken } from "./tex-token";

/** What brackets and integrals around a place know. */
export interface Surroundings {
  readonly notes: Notes;
  /** Integrals that wait for their dx. */
  readonly openIntegrals: number;
  /** e^{…} or exp(−…) stands around: E(x) there is an energy. */
  readonly isExponent?: boolean;
  /** How many brackets stand around. */
  readonly depth?: number;
}

/** Reads tokens from left to right; what the readers of operators, functions and names share. */
export interface TokenReader {
  readonly tokens: readonly TexToken[];
  readonly around: Surroundings;
  readonly notes: Notes;
  /** Index of the token to be read. */
  next: number;
  /** Variables of dx dy that an inner integral left for the outer. */
  readonly pending: string[];
  readonly here: Span;
  peek(ahead?: number): TexToken | undefined;
  since(start: Span): Span;
  /** A reader of what stands in brackets. */
  inside(tokens: readonly TexToken[], around?: Partial<Surroundings>): TokenReader;
  fail(zh: string, en: string, at?: Span): never;
  /** The whole of the tokens, or an error at what is left over. */
  whole(): TexNode;
  expression(): TexNode;
  signedTerm(): TexNode;
  term(): TexNode;
  factor(): TexNode;
  primary(): TexNode;
  /** True where something stands that can be multiplied. */
  isFactorStart(): boolean;
  skipCells(): void;
  plainName(): NameNode;
  /** The tokens of the bracket that opens here, read past. */
  bracketTokens(): readonly TexToken[];
  /** The variables of dx, dx dy …, read. */
  differentials(): string[];
}
