import type { Locale } from "../../words/locale";
import type { AnnotatedChain } from "./annotate-formula";

/** The code of a cell that runs a chain; every text of the article stands in it as a quoted text, never as code. */
export function derivationCode(
  id: string,
  title: string,
  { steps }: AnnotatedChain,
  locale: Locale,
): string {
  const rows = steps.map(({ relation, expression }) => {
    const before = relation === undefined ? "" : `relation: ${quoted(relation)}, `;
    return `  { ${before}expression: ${quoted(expression)} },`;
  });
  const language = locale === "en" ? ', locale: "en"' : "";
  const name = `steps${id.slice(1).replace("-", "_")}`;
  return [
    `const ${name} = [`,
    ...rows,
    "] as const;",
    `derivation({ title: ${quoted(title)}, steps: ${name}, worlds: worldsFor(${name}.map(({ expression }) => expression))${language} })`,
  ].join("\n");
}

/** Line separators are ends of lines to some readers of JavaScript. */
const quoted = (text: string): string =>
  JSON.stringify(text).replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
