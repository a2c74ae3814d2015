import type { NameUse } from "./name-use";
import type { Signature } from "./signature";

/** What each name of some expressions is taken to be. */
export interface Kinds {
  readonly distributions: readonly string[];
  /** P(x | θ): a family, with its number of parameters. */
  readonly families: readonly { readonly name: string; readonly parameters: number }[];
  /** p(x, z), p(z | x): with its variables and number of parameters. */
  readonly joints: readonly Shape[];
  /** q(z | x) beside a joint: a distribution of z for each x. */
  readonly conditionals: readonly {
    readonly name: string;
    readonly of: string;
    readonly parameters: number;
  }[];
  readonly arrays: readonly string[];
  /** Arrays whose entries densities are taken at. */
  readonly samples: readonly string[];
  readonly numbers: readonly string[];
  readonly functions: readonly NameUse[];
  /** Moved by argmax, or a parameter after the bar. */
  readonly parameters: readonly string[];
  readonly limits: readonly string[];
  readonly needsDiscrete: boolean;
  /** Three and more variables that stand together in entropies or densities; else none. */
  readonly many: readonly string[];
}

export interface Shape {
  readonly name: string;
  readonly variables: readonly [string, string];
  readonly parameters: number;
}

const isParameterName = (name: string): boolean => /^[θφψωϕμσλβ]|^(theta|phi|psi)/.test(name);
const isDensityName = (name: string): boolean => /^[pqPQ](_|$|\d)|^π/.test(name);

/** Decides by use: under KL a distribution, with two arguments a joint, with an index an array. */
export function kindsOf(signature: Signature): Kinds {
  const { uses, defined, bound, information } = signature;
  const all = [...uses.values()].filter(({ name }) => !defined.has(name));
  const variables = new Set<string>([...bound]);
  for (const use of all) {
    if (isDensityName(use.name)) for (const name of use.arguments) variables.add(name);
  }
  for (const names of information) for (const name of names) variables.add(name);
  // P(θ) beside P(D | θ): a variable with a prior.
  const inBrackets = new Set(
    all.filter((use) => isDensityName(use.name)).flatMap((use) => [...use.arguments]),
  );
  const parameters = new Set<string>();
  for (const use of all) {
    if (use.isMoved && !use.isCalled && !use.isIndexed && !use.isDistribution)
      parameters.add(use.name);
    for (const name of use.givens)
      if (!variables.has(name) || (isParameterName(name) && !inBrackets.has(name)))
        parameters.add(name);
  }
  const parameterCount = (use: NameUse): number =>
    // θ in one place and θ_old in another are one parameter.
    Math.max(
      0,
      ...use.givenLists.map((names) => names.filter((name) => parameters.has(name)).length),
    );
  const joints: Shape[] = [];
  const conditionals: { name: string; of: string; parameters: number }[] = [];
  const families: { name: string; parameters: number }[] = [];
  const distributions: string[] = [];
  const functions: NameUse[] = [];
  /** x and y of I(x; y), where P(· | y) stands beside it. */
  const pairOf = (conditions: readonly string[]): readonly string[] | undefined =>
    information.find((names) => names.length === 2 && conditions.some((c) => names.includes(c)));
  const isDensity = (use: NameUse): boolean =>
    use.isDistribution || use.givenCount > 0 || (use.isCalled && isDensityName(use.name));
  for (const use of all) {
    if (parameters.has(use.name) && !use.isCalled && use.givenCount === 0) continue;
    if (!isDensity(use)) {
      if (use.isCalled || use.isGenerator) functions.push(use);
      continue;
    }
    const own = [...use.arguments].filter((name) => !parameters.has(name));
    const conditions = [...use.givens].filter((name) => !parameters.has(name));
    const pair = [...new Set([...own, ...conditions])];
    const isQ = /^[qQ]/.test(use.name) || /^π/.test(use.name);
    if (use.arity >= 2 && pair.length >= 2 && !(isQ && conditions.length > 0 && use.arity < 2)) {
      joints.push({ name: use.name, variables: orderOf(pair), parameters: parameterCount(use) });
    } else if (conditions.length > 0 && !isQ && pair.length >= 2) {
      joints.push({ name: use.name, variables: orderOf(pair), parameters: parameterCount(use) });
    } else if (conditions.length > 0 && !isQ && conditions.some((name) => own.includes(name))) {
      // P(x) and P(· | x): what is not named is latent.
      const latent = [...variables].find((name) => !pair.includes(name)) ?? "z";
      joints.push({
        name: use.name,
        variables: [latent, conditions[0]],
        parameters: parameterCount(use),
      });
    } else if (conditions.length > 0 && !isQ && pairOf(conditions)) {
      joints.push({ name: use.name, variables: orderOf(pairOf(conditions) ?? []), parameters: 0 });
    } else if (conditions.length > 0) {
      conditionals.push({ name: use.name, of: conditions[0], parameters: parameterCount(use) });
    } else if (use.givenCount > 0)
      families.push({ name: use.name, parameters: Math.max(1, parameterCount(use)) });
    else distributions.push(use.name);
  }
  // H(x) beside I(x; y) is of a variable.
  const ofVariables = (name: string): boolean => information.some((names) => names.includes(name));
  for (const names of information) {
    const [a, b] = [...new Set(names)];
    if (a && b && joints.length === 0)
      joints.push({ name: "J_0", variables: [a, b], parameters: 0 });
  }
  const arrays = all.filter(({ isIndexed }) => isIndexed).map(({ name }) => name);
  // x_i of a mean beside E(x ~ P, …): drawn from what x is drawn from.
  const isSampled = (name: string): boolean =>
    signature.drawn.has(name) || all.some((use) => isDensity(use) && use.arguments.has(name));
  const taken = new Set([
    ...arrays,
    ...distributions,
    ...parameters,
    ...functions.map(({ name }) => name),
    ...joints.map(({ name }) => name),
    ...families.map(({ name }) => name),
    ...conditionals.map(({ name }) => name),
  ]);
  const limits = all.filter(({ isLimit }) => isLimit).map(({ name }) => name);
  return {
    distributions: distributions.filter((name) => !ofVariables(name)),
    families,
    joints,
    conditionals,
    arrays: arrays.filter((name) => !isSampled(name)),
    samples: arrays.filter(isSampled),
    numbers: all
      .filter((use) => (use.isNumber || use.isProbability) && !taken.has(use.name) && !use.isCalled)
      .map(({ name }) => name),
    functions,
    parameters: [...parameters],
    limits,
    needsDiscrete: all.some(({ isSummedOver }) => isSummedOver),
    many: manyOf(signature),
  };
}

/** The variables of I(x; y | z) and H(x, y, z), and of densities beside them, where there are more than two. */
function manyOf({ information }: Signature): readonly string[] {
  const names = [...new Set(information.flat())];
  return names.length > 2 && names.length < 6 ? names.sort() : [];
}

/** The latent variable first, so that what is seen depends on it. */
function orderOf(names: readonly string[]): readonly [string, string] {
  const [a, b] = names;
  const isLatent = (name: string): boolean => /^[zhθk]/.test(name);
  return isLatent(b) && !isLatent(a) ? [b, a] : [a, b];
}
