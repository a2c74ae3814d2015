import type { Link } from "./try-link";

type Tie = Pick<Link, "relation" | "detail">;

/** A relation and the one behind it, as one; undefined where they say nothing together, as ≤ and then ≥. */
function compose(a: Tie, b: Tie): Tie | undefined {
  if (b.relation === "=") return a;
  if (a.relation === "=") return b;
  const isSame = a.relation === b.relation && !a.detail?.about && !b.detail?.about;
  return isSame && !a.detail?.order && !b.detail?.order ? a : undefined;
}

/** From the next line above that is `given` to the line `step`, where the relations between add up to one. */
export function linkAbove(
  links: readonly Link[],
  step: number,
  isGiven: (line: number) => boolean,
): Link | undefined {
  let tie: Tie | undefined = { relation: "=" };
  for (let right = step; tie; ) {
    const link = links.find((own) => own.right === right);
    tie = link && compose(link, tie);
    if (link && tie && isGiven(link.left)) return { ...tie, left: link.left, right: step };
    right = link?.left ?? -1;
  }
  return undefined;
}

/** From the line `step` to the next one below that is `given`, where the relations between add up to one. */
export function linkBelow(
  links: readonly Link[],
  step: number,
  isGiven: (line: number) => boolean,
): Link | undefined {
  let tie: Tie | undefined = { relation: "=" };
  for (let left = step; tie; ) {
    const link = links.find((own) => own.left === left);
    tie = link && compose(tie, link);
    if (link && tie && isGiven(link.right)) return { ...tie, left: step, right: link.right };
    left = link?.right ?? -1;
  }
  return undefined;
}
