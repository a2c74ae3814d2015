import type { Locale } from "../../words/locale";
import { ExpressionError, ExpressionKindError } from "../language/expression-error";
import { inOneLanguage } from "../language/in-one-language";
import { readTerm } from "../language/read-expression";
import type { Term } from "../language/term";
import { readTex } from "../reading/read-tex";
import { textsOf } from "../reading/reading-note";
import type { Relation } from "../step";

/** What a student typed, read. */
export interface ReadAnswer {
  readonly term: Term;
  readonly expression: string;
  readonly relation: Relation | undefined;
  /** How it was read, where something had to be supposed. */
  readonly notes: readonly string[];
}

/** The same, or why it cannot be read. */
export type Answer = ReadAnswer | { readonly failure: string };

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

const lacksBackslash = /少了反斜杠$|lacks its backslash$/;

const isClosed = (text: string): boolean =>
  text.replace(/[^([]/g, "").length === text.replace(/[^)\]]/g, "").length;

type IsKnown = (name: string) => boolean;

/**
 * The ways in which an answer can be read, the likeliest first: in the language or in TeX, with or without the relation in
 * front of it. What the language does not read may be TeX without its backslashes: `E_p[log p - log q]`.
 *
 * @param isKnown whether the chain's worlds have a name; without it every name is taken as it is read
 */
export function* waysToRead(
  typed: string,
  locale: Locale,
  isKnown: IsKnown = () => true,
): Generator<Answer> {
  const isOfTex = isTex(typed);
  if (!isOfTex) yield attempted(locale, () => readPlain(typed.trim(), isKnown));
  // What the reader of TeX would close is a slip of the keyboard here.
  if (isOfTex || (typed.trim() !== "" && isClosed(typed)))
    yield attempted(locale, () => readTexAnswer(typed, locale, isKnown));
}

/** Reads an answer as the first of the ways in which it can be read. */
export function readAnswer(typed: string, locale: Locale): Answer {
  let first: Answer | undefined;
  for (const answer of waysToRead(typed, locale)) {
    if (!("failure" in answer)) return answer;
    first ??= answer;
  }
  return first ?? attempted(locale, () => readPlain("", () => true));
}

function attempted(locale: Locale, read: () => Answer): Answer {
  try {
    return read();
  } catch (error) {
    if (error instanceof ExpressionError || error instanceof ExpressionKindError) {
      return { failure: inOneLanguage(error.message, locale) };
    }
    throw error;
  }
}

function readPlain(typed: string, isKnown: IsKnown): Answer {
  const found = signs.find(([pattern]) => pattern.test(typed));
  const expression = inItsCase(found ? typed.replace(found[0], "") : typed, isKnown);
  return { term: readTerm(expression), expression, relation: found?.[1], notes: [] };
}

/** p of a chain that has only P, and the other way round: one is meant by the other. */
const inItsCase = (expression: string, isKnown: IsKnown): string =>
  expression.replace(/(?<![\p{L}\p{N}_])[pqPQ](?:_[\p{L}\p{N}]+)?(?![\p{L}\p{N}_])/gu, (name) => {
    const [first] = name;
    const upper = first.toUpperCase();
    const other = (first === upper ? first.toLowerCase() : upper) + name.slice(1);
    return !isKnown(name) && isKnown(other) ? other : name;
  });

function readTexAnswer(typed: string, locale: Locale, isKnown: IsKnown): Answer {
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
    // Who types no backslash at all is not to be told of each that is missing.
    notes: textsOf(notes).filter((text) => typed.includes("\\") || !lacksBackslash.test(text)),
  };
}
