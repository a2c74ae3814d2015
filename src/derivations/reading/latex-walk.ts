import type { LatexNode } from "./parse-latex";
import type { Notes } from "./reading-note";
import type { Span, TexToken } from "./tex-token";

/** One walk over the nodes of a group; what the readers of strings, macros and environments share. */
export interface LatexWalk {
  readonly nodes: readonly LatexNode[];
  readonly notes: Notes;
  readonly inScript: boolean;
  /** What has been read. */
  readonly tokens: TexToken[];
  /** Index of the node to be read. */
  next: number;
  /** A blank stands before it. */
  gap: boolean;
  place(node: LatexNode): Span;
  push(token: TexToken): undefined;
  sign(text: string, node: LatexNode): undefined;
  /** Words, joined to those just read. */
  prose(text: string, at: Span): undefined;
  /** The next node that is no blank: an argument. */
  argument(): LatexNode | undefined;
  skipOption(): undefined;
  option(): readonly TexToken[] | undefined;
  /** The tokens of nodes, by a walk of their own. */
  inside(nodes: readonly LatexNode[], inScript?: boolean): TexToken[];
  /** The tokens of a group or of any other node. */
  inner(node: LatexNode | undefined, inScript?: boolean): TexToken[];
  /** Reads what stands in a group as if it stood without. */
  unwrap(node: LatexNode | undefined): undefined;
  macro(node: LatexNode, at: Span): undefined;
}
