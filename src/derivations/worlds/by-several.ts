import type { ReadingLink } from "../reading/read-tex";

const ofTwo = /^arg(max|min)\(\(([^(),]+), ([^(),]+)\), (.*)\)$/su;

/**
 * argmin over μ and σ as two chains, one for each: where μ is best when σ is best for it. A left side (μ*, σ*) only names
 * the place.
 */
export function bySeveral(chain: readonly ReadingLink[]): readonly (readonly ReadingLink[])[] {
  const isTuple = ({ expression }: ReadingLink): boolean => /^\([^()]*, [^()]*\)$/.test(expression);
  if (!chain.some(({ expression }) => ofTwo.test(expression))) return [chain];
  const [first, ...rest] = chain;
  const sides = isTuple(first) ? rest : chain;
  return [0, 1].map((which) =>
    sides.map((link, i): ReadingLink => {
      const expression = link.expression.replace(
        ofTwo,
        (_, operator: string, a: string, b: string, body: string) => {
          const [own, other] = which === 0 ? [a, b] : [b, a];
          return `arg${operator}(${own}, ${operator}(${other}, ${body}))`;
        },
      );
      const { at } = link;
      return i === 0 && sides !== chain ? { expression, at } : { ...link, expression };
    }),
  );
}
