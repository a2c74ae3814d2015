import type { TexNode } from "../tex-node";
import { type Writing, within } from "../writing/writing";
import { call, type Written } from "../writing/written";

/** Variables drawn together, and from what. */
export interface Draw {
  readonly variables: readonly string[];
  readonly over: string;
}

/** E(x ~ P, …), E((x, y) ~ P, …), E(x ~ P, y ~ Q(· | x), …). `index`: x_i of the body is the x that is drawn. */
export function expected(
  draws: readonly Draw[],
  body: TexNode,
  writing: Writing,
  index?: string,
): Written {
  let { scope } = writing;
  for (const { variables } of draws)
    for (const variable of variables)
      scope = scope.with(variable, index ? { kind: "value", index } : { kind: "variable" });
  const texts = draws.map(({ variables, over }) => `${drawnText(variables)} ~ ${over}`);
  return call("E", [...texts, writing.write(body, within(writing, scope))]);
}

/** x, or (x, y). */
export const drawnText = (variables: readonly string[]): string =>
  variables.length > 1 ? `(${variables.join(", ")})` : variables[0];
