import { shapeError, valueError } from "../words/errors";

/** How a step follows from the one before. */
export type Relation = "=" | "≥" | "≤" | "≈" | "=const" | ":=";

/** As typed; `>=`, `<=` and `~=` for keyboards without the signs. */
export type TypedRelation = Relation | ">=" | "<=" | "~=";

/** One line of a chain. */
export interface Step {
  /** To the line before; "=" if left out. The first line has none. */
  readonly relation?: TypedRelation;
  readonly expression: string;
  /** The reason, in words. */
  readonly because?: string;
}

const relations: Readonly<Record<string, Relation>> = {
  "=": "=",
  "==": "=",
  "≥": "≥",
  ">=": "≥",
  "⩾": "≥",
  "≤": "≤",
  "<=": "≤",
  "⩽": "≤",
  "≈": "≈",
  "~=": "≈",
  "=const": "=const",
  "= const": "=const",
  ":=": ":=",
  "≔": ":=",
};

/**
 * The relation of step `index`.
 *
 * @param started true where a line stands before it that it can be compared with
 * @throws TypeError for a step that is none, RangeError for an unknown relation, or one on the first step
 */
export function relationOf(step: Step, index: number, started: boolean): Relation | undefined {
  if (typeof step !== "object" || step === null || typeof step.expression !== "string") {
    throw shapeError(
      "derivation",
      `steps[${index}] 应为 { relation?, expression, because? }`,
      `steps[${index}] must be { relation?, expression, because? }`,
    );
  }
  const { relation } = step;
  if (!started) {
    if (relation === undefined || relation === null || relation === ":=") return undefined;
    throw valueError(
      "derivation",
      `steps[${index}] 是链的开头，前面没有式子，不写 relation（给的是 ${String(relation)}）`,
      `steps[${index}] starts the chain and has no relation (got ${String(relation)})`,
    );
  }
  const found = relations[String(relation ?? "=")];
  if (found) return found;
  throw valueError(
    "derivation",
    `steps[${index}].relation 是 ${String(relation)}，应为 =、≥、≤、≈、=const、:= 之一`,
    `steps[${index}].relation is ${String(relation)}; give =, ≥, ≤, ≈, =const or :=`,
  );
}
