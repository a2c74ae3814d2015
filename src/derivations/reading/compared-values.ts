import type { Notes } from "./reading-note";
import type { Span } from "./tex-token";

interface Link {
  readonly relation?: string;
  readonly expression: string;
  readonly at: Span;
}

const optimum = /^arg(max|min)(?=\()/;

/** arg max ≥ arg max: an inequality is of the greatest values, not of the places where they are. */
export function comparedValues(links: readonly Link[], notes: Notes): readonly Link[] {
  const isOrdered = links.some(
    ({ relation = "", expression }, i) =>
      /^[≥≤<>]$/.test(relation) &&
      optimum.test(expression) &&
      optimum.test(links[i - 1]?.expression ?? ""),
  );
  if (!isOrdered) return links;
  return links.map((link) => {
    if (!optimum.test(link.expression)) return link;
    notes.add(
      "repair",
      link.at,
      "arg max 之间写了不等号：比较的是最大值，读作 max",
      "an inequality between arg max: the greatest values are compared, read as max",
    );
    return { ...link, expression: link.expression.replace(optimum, "$1") };
  });
}
