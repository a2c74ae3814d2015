const colour = "(?:#[\\da-f]{3,8}|[a-z]{3,20}|(?:rgb|hsl)a?\\([\\d\\s,.%/]{5,40}\\))";
const length =
  "(?:0|auto|\\d{0,3}(?:\\.\\d+)?(?:px|pt)|\\d{0,2}(?:\\.\\d+)?(?:r?em|ex)|(?:100|\\d{1,2})(?:\\.\\d+)?%)";
const line = "(?:none|solid|dashed|dotted|double|thin|medium|thick)";
const only = (pattern: string): RegExp[] => [new RegExp(`^${pattern}$`, "i")];

const lengths = only(`${length}(?:\\s+${length}){0,3}`);
const border = only(`(?:${line}|${length}|${colour})(?:\\s+(?:${line}|${length}|${colour})){0,2}`);
const gradient = `linear-gradient\\((?:(?:-?\\d{1,3}deg|to (?:left|right))\\s*,\\s*)?${colour}(?:\\s+${length})?(?:\\s*,\\s*${colour}(?:\\s+${length}){0,2}){1,8}\\)`;

/**
 * What an output may say of its looks: colours, type, lines, room within itself. Nothing that takes it out of its place,
 * covers or hides what stands elsewhere, moves or is fetched.
 */
export const dress: Readonly<Record<string, RegExp[]>> = {
  color: only(colour),
  "background-color": only(colour),
  background: only(`(?:${colour}|${gradient})`),
  "background-image": only(`(?:none|${gradient})`),
  "font-weight": only("(?:bold|bolder|normal|[1-9]00)"),
  "font-style": only("(?:italic|normal|oblique)"),
  "font-size": only(
    "(?:[1-4]?\\d(?:\\.\\d+)?p[xt]|[0-3]?(?:\\.\\d+)?r?em|[5-9]\\d%|[12]\\d\\d%|(?:x-)?(?:small|large)|medium|smaller|larger)",
  ),
  "font-family": only("[\\w\\s,\"'-]{1,200}"),
  "text-align": only("(?:left|right|center|justify|start|end)"),
  "text-decoration": only("(?:underline|line-through|none)"),
  "text-transform": only("(?:uppercase|lowercase|capitalize|none)"),
  "vertical-align": only("(?:top|middle|bottom|baseline|sub|super|text-top|text-bottom)"),
  "white-space": only("(?:normal|nowrap|pre|pre-wrap|pre-line)"),
  "line-height": only("(?:normal|[0-3]?(?:\\.\\d+)?)"),
  display: only("(?:inline|inline-block|block)"),
  "list-style": only("(?:none|disc|circle|square|decimal)"),
  "list-style-type": only("(?:none|disc|circle|square|decimal)"),
  width: only(length),
  "max-width": only(`(?:none|${length})`),
  "min-width": only(length),
  padding: lengths,
  margin: lengths,
  "border-radius": lengths,
  "border-width": lengths,
  "border-color": only(`${colour}(?:\\s+${colour}){0,3}`),
  "border-style": only(`${line}(?:\\s+${line}){0,3}`),
  "border-collapse": only("(?:collapse|separate)"),
  "border-spacing": only(length),
  border,
  ...Object.fromEntries(
    ["top", "right", "bottom", "left"].flatMap((side) => [
      [`border-${side}`, border],
      [`padding-${side}`, lengths],
      [`margin-${side}`, lengths],
    ]),
  ),
};

/** Words, without what could end a style sheet or stand for something else. */
const generated =
  /^(?:(?:"(?:[^"\\<>]|\\[\da-f]{1,6}\s?){0,40}"|'(?:[^'\\<>]|\\[\da-f]{1,6}\s?){0,40}')|none|normal)$/i;

/** Declarations that may stand, as they are written into the page's style sheet. */
export function dressOf(declarations: string, isGenerated = false): string {
  return declarations
    .split(";")
    .map((declaration) => {
      const colon = declaration.indexOf(":");
      const property = declaration.slice(0, colon).trim().toLowerCase();
      const value = declaration
        .slice(colon + 1)
        .replace(/!\s*important\s*$/i, "")
        .trim();
      const patterns =
        isGenerated && property === "content"
          ? [generated]
          : Object.hasOwn(dress, property)
            ? dress[property]
            : [];
      return value.length < 500 && patterns.some((pattern) => pattern.test(value))
        ? `${property}:${value}`
        : "";
    })
    .filter((declaration) => declaration !== "")
    .join(";");
}
