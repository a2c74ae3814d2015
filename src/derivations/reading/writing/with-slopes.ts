import type { Span } from "../tex-token";

type Chain = readonly {
  readonly relation?: string;
  readonly expression: string;
  readonly at: Span;
}[];

/**
 * The chains with what f′ is, before they use it and after f is defined. Of a generator, which stands in D_f or has a
 * conjugate f*, the worlds know the slope.
 */
export function withSlopes(
  chains: readonly Chain[],
  slopes: ReadonlyMap<string, Span>,
): readonly Chain[] {
  const text = chains.flat().map(({ expression }) => expression);
  const isGenerator = (name: string): boolean =>
    text.some((one) => one.includes(`Df(${name},`) || appliedIn(one).includes(`${name}_conj`));
  let result = chains;
  for (const [name, at] of slopes) {
    const defines = ([first, second]: Chain): boolean =>
      /^:?=$/.test(second?.relation ?? "") &&
      /^([^()]+)\([^()]*\)$/.exec(first.expression)?.[1] === name;
    const use = result.findIndex((chain) =>
      chain.some(({ expression }) => appliedIn(expression).includes(`${name}p`)),
    );
    if (use < 0 || isGenerator(name)) continue;
    const own: Chain = [
      { expression: `${name}p(u)`, at },
      { relation: ":=", expression: `∂(u, ${name}(u))`, at },
    ];
    // What f is may stand below; above, what it is made of comes before it.
    const [before, after] = [result.slice(0, use), result.slice(use)];
    const rest = after.filter((chain) => !defines(chain));
    result = [...before, ...after.filter(defines), own, ...rest];
  }
  return result;
}

/** The names before a bracket. */
const appliedIn = (expression: string): readonly string[] =>
  expression.match(/[\p{L}\p{N}_]+(?=\()/gu) ?? [];
