/** What a browser draws of a picture in about a second. */
const mostElements = 150_000;

const piece = /<(\/?)([a-zA-Z][\w-]*)([^>]*?)(\/?)>/g;

/**
 * Whether a picture has too many elements to be drawn, those counted that `use` repeats: ten lines that each use the
 * one before ten times are ten thousand million.
 *
 * @param svg sanitised: attributes quoted, elements closed
 */
export function isTooHeavy(svg: string): boolean {
  const own = new Map<string, number>();
  const uses = new Map<string, string[]>();
  const open: (string | undefined)[] = [];
  const root = "";
  const count = (id: string): void => void own.set(id, (own.get(id) ?? 0) + 1);
  let elements = 0;
  for (const [, slash, name, attributes, closed] of svg.matchAll(piece)) {
    if (slash) {
      open.pop();
      continue;
    }
    elements += 1;
    if (elements > mostElements) return true;
    const id = /\sid="([^"]*)"/.exec(attributes)?.[1];
    if (!closed) open.push(id);
    const holders = new Set([root, ...open.slice(-60).filter((outer) => outer !== undefined)]);
    const target = name === "use" ? /\shref="#([^"]*)"/.exec(attributes)?.[1] : undefined;
    for (const holder of holders) {
      count(holder);
      if (target === undefined) continue;
      const targets = uses.get(holder);
      if (targets) targets.push(target);
      else uses.set(holder, [target]);
    }
  }
  const weights = new Map<string, number>();
  const weigh = (id: string, path: ReadonlySet<string>): number => {
    const known = weights.get(id);
    if (known !== undefined) return known;
    if (path.has(id) || path.size > 100) return Number.POSITIVE_INFINITY; // it holds itself
    let weight = own.get(id) ?? 0;
    const inner = new Set([...path, id]);
    for (const target of uses.get(id) ?? []) weight += weigh(target, inner);
    weights.set(id, weight);
    return weight;
  };
  return weigh(root, new Set()) > mostElements;
}
