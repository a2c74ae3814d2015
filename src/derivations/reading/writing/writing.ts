import type { Notes } from "../reading-note";
import type { Roles } from "../roles";
import type { Scope } from "../scope";
import type { TexNode } from "../tex-node";
import type { Span, TexToken } from "../tex-token";
import type { Written } from "./written";

/** What every part of the writer needs. */
export interface Writing {
  readonly roles: Roles;
  readonly notes: Notes;
  readonly scope: Scope;
  /** σ(…) is the sigmoid in this block. */
  readonly hasSigmoid: boolean;
  /** Functions whose slope is taken at something that is no variable: f of f′(x + 1). */
  readonly slopes: Map<string, Span>;
  parse(tokens: readonly TexToken[]): TexNode;
  /** A node in klab's language, at a place with this scope. */
  write(node: TexNode, writing: Writing): Written;
}

export const within = (writing: Writing, scope: Scope): Writing => ({ ...writing, scope });
