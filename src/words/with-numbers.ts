/** What is no code: comments, strings, templates. */
const noCode =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\[\s\S]|[^`\\])*`/g;

const literal = /[-+]?(?:0[xX][\da-fA-F_]+|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][-+]?\d+)?)/;
const declaration = new RegExp(
  `(?<=^|[\\n;])([ \\t]*const[ \\t]+)([\\p{ID_Start}$_][\\p{ID_Continue}$]*)([ \\t]*=[ \\t]*)(${literal.source})(?=[ \\t]*(?:;|\\n|$))`,
  "gu",
);

interface Place {
  readonly from: number;
  readonly to: number;
}

/** How many brackets are open before each place of `code`, which has no strings. */
function depthAt(code: string, place: number): number {
  let depth = 0;
  for (const character of code.slice(0, place)) {
    if ("({[".includes(character)) depth += 1;
    else if (")}]".includes(character)) depth -= 1;
  }
  return depth;
}

/** Where `const NAME = number;` stands at the top level of a cell's code. */
function places(source: string): ReadonlyMap<string, Place> {
  const code = source.replace(/\r/g, " ").replace(noCode, (text) => text.replace(/[^\n]/g, " "));
  const found = new Map<string, Place>();
  for (const { index, 1: before, 2: name, 3: sign, 4: number } of code.matchAll(declaration)) {
    if (depthAt(code, index) !== 0) continue;
    const from = index + before.length + name.length + sign.length;
    found.set(name, { from, to: from + number.length });
  }
  return found;
}

/** The names of `values` that `source` does not declare as `const NAME = number;` at its top level. */
export function namesNotDeclared(
  source: string,
  values: Readonly<Record<string, number>>,
): string[] {
  const known = places(source);
  return Object.keys(values).filter((name) => !known.has(name));
}

/**
 * Code with other numbers in its `const NAME = 780;` declarations at the top level; all else stays, letter by letter.
 *
 * A name that is not declared so changes nothing: `namesNotDeclared` tells which those are. Read without a parser, for
 * pages have none: a declaration begins its line, or stands behind a semicolon.
 */
export function withNumbers(source: string, values: Readonly<Record<string, number>>): string {
  return [...places(source)]
    .filter(([name]) => Object.hasOwn(values, name))
    .sort(([, a], [, b]) => b.from - a.from) // from the end, so that places before stay where they are
    .reduce(
      (text, [name, { from, to }]) => text.slice(0, from) + String(values[name]) + text.slice(to),
      source,
    );
}
