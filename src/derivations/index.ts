// The door of klab/derivation.
export { derivation, Derivation, type DerivationParts } from "./derivation";
export type { TexStep } from "./tex-chain";
export { worldsFor } from "./worlds/worlds-for";
export { identify, type Identity, type IdentifyOptions } from "./worlds/identify";
export { check, type CheckOptions } from "./check";
export type { Interruption } from "./checking/clock";
export type { CheckResult, Verdict } from "./checking/verdict";
export type { OpenStep, Relation, Step, TypedRelation } from "./step";
export type { SampleSource, ScopeValue, World, WorldFunction } from "./world";
export { defaultWorlds } from "./default-worlds";
export { joint, jointTable, type Joint } from "./joints/joint";
export { ExpressionError, ExpressionKindError } from "./language/expression-error";
export { chains, type Chains } from "./chains";
export { errata } from "./errata";
export type { Demonstration, Erratum, PrintedChain } from "./errata/erratum";
export { DerivationExercise } from "./exercises/derivation-exercise";
export type { Attempt } from "./exercises/attempt";
export { exact, precise } from "./symbolic/exact";
export type { ExactScope, ExactValue } from "./symbolic/evaluate-exactly";
export {
  readTex,
  type ReadingLink,
  type ReadTexOptions,
  type TexReading,
  type UnreadPart,
} from "./reading/read-tex";
export type { NoteKind, ReadingNote } from "./reading/reading-note";
export type { Span } from "./reading/tex-token";
export { gradient, type Gradient } from "./symbolic/gradient";
