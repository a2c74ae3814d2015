import { shapeError, valueError } from "../words/errors";
import { canonicalName } from "./language/lexicon";

/** How a step follows from the one before. */
export type Relation = "=" | "≥" | "≤" | "≈" | "=const" | ":=";

/**
 * As typed; `>=`, `<=` and `~=` for keyboards without the signs. `=const(λ)`: the difference does not move with λ, though
 * it may with others. `≈ O(ε^2)`: the difference vanishes like ε² where ε goes to 0.
 */
export type TypedRelation = Relation | ">=" | "<=" | "~=" | `=const(${string})` | `≈ O(${string})`;

/** What a relation says besides its sign. */
export interface RelationDetail {
  /** λ of `=const(λ)`. */
  readonly about?: string;
  /** ε and 2 of `≈ O(ε^2)`. */
  readonly order?: { readonly variable: string; readonly power: number };
}

const name = "[\\p{L}_][\\p{L}\\p{N}_]*";
const constantIn = new RegExp(`^=\\s*const\\(\\s*(${name})\\s*\\)$`, "u");
const ofOrder = new RegExp(`^(?:≈|~=)\\s*O\\(\\s*(${name})(?:\\^(\\d+(?:\\.\\d+)?))?\\s*\\)$`, "u");

/** The detail of a relation as typed; empty for a plain sign. */
export function detailOf({ relation }: Step | OpenStep): RelationDetail {
  const typed = String(relation ?? "");
  const [, about] = constantIn.exec(typed) ?? [];
  if (about !== undefined) return { about: canonicalName(about) };
  const [, variable, power = "1"] = ofOrder.exec(typed) ?? [];
  if (variable === undefined) return {};
  return { order: { variable: canonicalName(variable), power: Number(power) } };
}

/** One line of a chain. */
export interface Step {
  /** To the line before; "=" if left out. The first line has none. */
  readonly relation?: TypedRelation;
  /** "" in the steps of a derivation where the step is open. */
  readonly expression: string;
  /** The reason, in words. */
  readonly because?: string;
}

/** A line of a chain that nobody has written yet: an exercise without a model answer. */
export interface OpenStep {
  /** To the line before; "=" if left out. */
  readonly relation?: TypedRelation;
  /** The reason, in words: what a student gets as the first hint. */
  readonly because?: string;
}

/** Whether a step has its expression; one that is open says nothing else in its place. */
export const isWrittenStep = (step: Step | OpenStep): step is Step =>
  typeof step !== "object" ||
  step === null ||
  (step as Partial<Step>).expression !== undefined ||
  !Object.keys(step).every((key) => ["relation", "because", "expression"].includes(key));

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
export function relationOf(
  step: Step | OpenStep,
  index: number,
  started: boolean,
): Relation | undefined {
  const isOpen = !isWrittenStep(step);
  if (!isOpen && typeof (step as Partial<Step> | null)?.expression !== "string") {
    throw shapeError(
      "derivation",
      `steps[${index}] 应为 { relation?, expression, because? }`,
      `steps[${index}] must be { relation?, expression, because? }`,
    );
  }
  if (isOpen && (!started || relations[String(step.relation)] === ":=")) {
    throw valueError(
      "derivation",
      `steps[${index}] 没有写 expression：链的开头和定义不能空着`,
      `steps[${index}] has no expression: neither the start of a chain nor a definition can be open`,
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
  const { about, order } = detailOf(step);
  if (about !== undefined) return "=const";
  if (order) return "≈";
  const found = relations[String(relation ?? "=")];
  if (found) return found;
  throw valueError(
    "derivation",
    `steps[${index}].relation 是 ${String(relation)}，应为 =、≥、≤、≈、=const、=const(λ)、≈ O(ε^2)、:= 之一`,
    `steps[${index}].relation is ${String(relation)}; give =, ≥, ≤, ≈, =const, =const(λ), ≈ O(ε^2) or :=`,
  );
}
