import type { Locale } from "../../words/locale";
import { ExpressionError, ExpressionKindError } from "../language/expression-error";
import { inOneLanguage } from "../language/in-one-language";
import { readTerm } from "../language/read-expression";
import type { Term } from "../language/term";
import { readTex } from "../reading/read-tex";
import { textsOf } from "../reading/reading-note";
import type { Relation } from "../step";

/** What a student typed, read; or why it cannot be. */
export type Answer =
  | {
      readonly term: Term;
      readonly expression: string;
      readonly relation: Relation | undefined;
      /** How TeX was read, where something had to be supposed. */
      readonly notes: readonly string[];
    }
  | { readonly failure: string };

const signs: readonly (readonly [pattern: RegExp, relation: Relation])[] = [
  [/^(=const|= const)\s*/, "=const"],
  [/^(==?|＝)\s*/, "="],
  [/^(≥|>=|⩾)\s*/, "≥"],
  [/^(≤|<=|⩽)\s*/, "≤"],
  [/^(≈|~=)\s*/, "≈"],
];

const texRelations: Readonly<Record<string, Relation>> = {
  "=": "=",
  ":=": "=",
  "≥": "≥",
  "≤": "≤",
  "≈": "≈",
  "=const": "=const",
};

// Commands, groups and dollars are TeX's alone, and so are the square brackets of H[P] and KL[P, Q].
const isTex = (text: string): boolean =>
  /[\\{}$]/.test(text) || /(?<![\p{L}\p{N}_])(?:H|I|D|KL|D_KL|JS|TV)\[/u.test(text);

/**
 * Reads an answer in the language or in TeX, with or without the relation in front of it.
 *
 * @param isKnown whether the chain's worlds have a name; without it every name is taken as it is read
 */
export function readAnswer(
  typed: string,
  locale: Locale,
  isKnown: (name: string) => boolean = () => true,
): Answer {
  try {
    return isTex(typed) ? readTexAnswer(typed, locale, isKnown) : readPlain(typed.trim());
  } catch (error) {
    if (error instanceof ExpressionError || error instanceof ExpressionKindError) {
      return { failure: inOneLanguage(error.message, locale) };
    }
    throw error;
  }
}

function readPlain(typed: string): Answer {
  const found = signs.find(([pattern]) => pattern.test(typed));
  const expression = found ? typed.replace(found[0], "") : typed;
  return { term: readTerm(expression), expression, relation: found?.[1], notes: [] };
}

/** The reader of TeX makes p and P one; a chain that has only p means that. */
const inItsCase = (expression: string, isKnown: (name: string) => boolean): string =>
  expression.replace(/(?<![\p{L}\p{N}_])[PQ](?:_[\p{L}\p{N}]+)?(?![\p{L}\p{N}_])/gu, (name) => {
    const lower = name[0].toLowerCase() + name.slice(1);
    return !isKnown(name) && isKnown(lower) ? lower : name;
  });

function readTexAnswer(typed: string, locale: Locale, isKnown: (name: string) => boolean): Answer {
  const { chains, notes, unread } = readTex(typed, { locale });
  const [problem] = unread;
  if (problem) {
    const [from, to] = problem.at;
    return {
      failure:
        locale === "en"
          ? `characters ${from + 1} to ${to}, ${problem.tex}: ${problem.reason}`
          : `第 ${from + 1} 到 ${to} 个字符 ${problem.tex}：${problem.reason}`,
    };
  }
  const links = chains.flat();
  if (links.length !== 1) {
    return {
      failure:
        locale === "en"
          ? `one line belongs here, ${links.length} were read`
          : `这里只写一行，读到了 ${links.length} 个式子`,
    };
  }
  const [{ expression: read, relation }] = links;
  const expression = inItsCase(read, isKnown);
  return {
    term: readTerm(expression),
    expression,
    relation: relation === undefined ? undefined : texRelations[relation],
    notes: textsOf(notes),
  };
}
