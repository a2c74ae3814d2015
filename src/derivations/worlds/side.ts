import type { Term } from "../language/term";
import type { TypedRelation } from "../step";

/** One side of a chain on its way to a step. */
export interface Side {
  readonly relation: TypedRelation | undefined;
  readonly expression: string;
  readonly term: Term | undefined;
}
