import { checkArgument } from "../../words/check-argument";
import { compile } from "../evaluate/compile-number";
import { drawSamples } from "../evaluate/context";
import { makeContext } from "../evaluate/make-context";
import { isLineDistribution } from "../joints/is-line-distribution";
import { canonicalName } from "../language/lexicon";
import { readTerm } from "../language/read-expression";
import { textTerm } from "../language/text-term";
import { texTerm } from "../tex/tex-term";
import type { World } from "../world";
import { differentiate } from "./differentiate";

/** The derivative of an expression: as text of the language, in TeX, and as a function. */
export interface Gradient {
  readonly expression: string;
  readonly tex: string;
  /** Its value where the named variables have these values. */
  at(values: Readonly<Record<string, number>>): number;
}

/**
 * The derivative of an expression of a chain with respect to one variable, where its densities have closed forms.
 *
 * Goes through ∑, ∏ under log, ∫, E, KL and H of families such as normal, bernoulli, exponential, poisson: the score
 * of log P_G(x | θ), and what the score's mean is.
 *
 * @param expression as in a step
 * @param variable with a grid in the world, of three values or more
 * @param world gives the families
 * @throws RangeError (an ExpressionError) where something has no closed derivative
 *
 * @example
 * gradient("log(P_G(x | θ))", "θ", { name: "w", scope: { P_G: (θ) => normal(θ, 2) }, grid: { θ: [0, 1, 2], x: [0] } }).at({ θ: 1, x: 3 }); // 0.5
 */
export function gradient(expression: string, variable: string, world: World): Gradient {
  checkArgument("gradient", "expression", expression, "string");
  checkArgument("gradient", "variable", variable, "string");
  const context = makeContext(world, new Map());
  const name = canonicalName(variable);
  const term = differentiate(readTerm(expression), name, {
    expression,
    values: context.grid.get(name) ?? [],
    family: (family) => {
      const value = context.scope.get(family);
      if (typeof value !== "function") return undefined;
      return (parameter) => {
        const made = value(parameter);
        return isLineDistribution(made) ? made : undefined;
      };
    },
  });
  const text = textTerm(term);
  drawSamples(context, 0);
  const compute = compile(readTerm(text), text, context);
  return {
    expression: text,
    tex: texTerm(term),
    at: (values) => {
      for (const [key, value] of Object.entries(values)) {
        const cell = context.free.get(canonicalName(key));
        if (cell) cell.value = value;
      }
      context.state.version++;
      return compute();
    },
  };
}
