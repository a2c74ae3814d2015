import type { ReadingLink } from "../reading/read-tex";
import type { Step, TypedRelation } from "../step";
import { kindsOf } from "./kinds";
import { signatureOf } from "./signature";

/** A chain as steps that `derivation` takes, and what of it cannot be checked. */
export interface ChainSteps {
  readonly steps: readonly Step[];
  /** The name that the first step gives a meaning to. */
  readonly defines: string | undefined;
  /** Relations that the language does not have: ≠, ∝, ~. */
  readonly unchecked: readonly string[];
}

const checkable: Readonly<Record<string, TypedRelation>> = {
  "=": "=",
  "≥": "≥",
  "≤": "≤",
  "≈": "≈",
  "=const": "=const",
  ":=": "=",
  ">": "≥",
  "<": "≤",
};

/** A name, or a name applied to names: what may stand on the left of a definition. */
const definable =
  /^[\p{L}][\p{L}\p{N}_]*\*?(\([\p{L}][\p{L}\p{N}_]*(, [\p{L}][\p{L}\p{N}_]*)*\))?$/u;

/** One chain of a reading as steps: `L(θ) = …` of a name that nothing else explains is its definition. */
export function stepsOfChain(
  chain: readonly ReadingLink[],
  others: readonly string[] = [],
): ChainSteps {
  const links = sampled(chain);
  const [first, second] = links;
  const unchecked = links.flatMap(({ relation }) =>
    relation && !checkable[relation] ? [relation] : [],
  );
  const end = links.findIndex(
    ({ relation }, i) => i > 0 && relation !== undefined && !checkable[relation],
  );
  const used = end < 0 ? links : links.slice(0, end);
  const rest = used
    .slice(1)
    .map(
      ({ relation, expression }): Step => ({ relation: checkable[relation ?? "="], expression }),
    );
  const isDefinition =
    second !== undefined &&
    (second.relation === "=" || second.relation === ":=") &&
    used.length > 1 &&
    defines(first.expression, [...used.slice(1).map(({ expression }) => expression), ...others]);
  if (!isDefinition)
    return { steps: [{ expression: first.expression }, ...rest], defines: undefined, unchecked };
  const left = first.expression;
  const [meaning, ...claims] = rest;
  const name = left.replace(/\(.*/, "");
  const steps: Step[] = [{ expression: `${left} := ${meaning.expression}` }];
  if (claims.length > 0) steps.push({ expression: meaning.expression }, ...claims);
  return { steps, defines: name, unchecked };
}

/** True where the left side is a name that no world could know by its use. */
function defines(left: string, right: readonly string[]): boolean {
  if (!definable.test(left)) return false;
  const name = left.replace(/\(.*/, "");
  if (/^[pPqQπ](_|$|\d)/.test(name) || /^(H|KL|JS|TV|E|I)$/.test(name)) return false;
  const use = signatureOf(right).uses.get(name);
  return !use || (!use.isDistribution && !use.isIndexed && use.givenCount === 0);
}

/** Sums over a sample count to m, which is what the world calls its size. */
function sampled(chain: readonly ReadingLink[]): readonly ReadingLink[] {
  const expressions = chain.map(({ expression }) => expression);
  const { samples, limits } = kindsOf(signatureOf(expressions));
  const [limit] = limits;
  if (samples.length === 0 || limits.length !== 1 || limit === "m") return chain;
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}_])${limit}(?![\\p{L}\\p{N}_(\\[*])`, "gu");
  return chain.map((link) => ({ ...link, expression: link.expression.replace(pattern, "m") }));
}
