import { type ExpectationNode, visitTex } from "../tex-node";
import { lower } from "../writing/inside-body";
import type { Writing } from "../writing/writing";
import { freeLetters } from "./free-letters";

/** E_{x ~ p}[f(y)]: what is drawn is not what stands inside. */
export function noteAbsent(
  variables: readonly string[],
  { body, at }: ExpectationNode,
  writing: Writing,
): void {
  let isThere = false;
  visitTex(body, (node) => {
    if (node.kind !== "name") return;
    isThere ||= variables.some((variable) => variable.startsWith(lower(node.base)));
    // A density or critic without its argument is taken at the variable.
    isThere ||= writing.roles.isDistribution(node) && !writing.roles.applied.has(node.base);
  });
  const free = freeLetters(body).flatMap(({ letter }) =>
    /^[xyz]$/.test(letter) && !writing.scope.has(letter) ? [letter] : [],
  );
  if (isThere || free.length === 0) return;
  const [drawn, inside] = [variables, [...new Set(free)]].map((names) => names.join(", "));
  writing.notes.add(
    "ambiguity",
    at,
    `期望对 ${drawn} 取，里面却只有 ${inside}：当作给定的`,
    `the expectation is over ${drawn}, but inside is only ${inside}: taken as given`,
  );
}
