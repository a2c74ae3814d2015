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
    text.some((one) => one.includes(`Df(${name},`) || one.includes(`${name}_conj(`));
  const names = [...slopes].filter(([name]) => !isGenerator(name));
  if (names.length === 0) return chains;
  const defines = ([first, second]: Chain): boolean =>
    /^:?=$/.test(second?.relation ?? "") &&
    names.some(([name]) => new RegExp(`^${name}\\([^()]*\\)$`, "u").test(first.expression));
  const own = names.map(
    ([name, at]): Chain => [
      { expression: `${name}p(u)`, at },
      { relation: ":=", expression: `∂(u, ${name}(u))`, at },
    ],
  );
  return [...chains.filter(defines), ...own, ...chains.filter((chain) => !defines(chain))];
}
