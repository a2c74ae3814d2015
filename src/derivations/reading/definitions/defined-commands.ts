import type { Span } from "../tex-token";

/** A command that the text itself defines, with the number of its arguments. */
export interface DefinedCommand {
  readonly name: string;
  readonly count: number;
  readonly body: string;
  /** Where it is defined. */
  readonly at: Span;
}

const opening =
  /\\(DeclareMathOperator\*?|(?:re)?newcommand\*?|providecommand\*?|def)\s*\{?\\([A-Za-z]+)\}?\s*(?:\[(\d)\]|((?:#\d)+))?\s*(?=\{)/g;

/** \DeclareMathOperator, \newcommand and \def in a text: what each command stands for. */
export function definedCommands(tex: string): readonly DefinedCommand[] {
  const found: DefinedCommand[] = [];
  for (const match of tex.matchAll(opening)) {
    const [head, kind, name, typed, parameters = ""] = match;
    const count = Number(typed ?? parameters.length / 2);
    const start = match.index + head.length;
    const end = closingBrace(tex, start);
    if (end < 0) continue;
    const inner = tex.slice(start + 1, end);
    const body = kind.startsWith("DeclareMathOperator") ? `\\operatorname{${inner}}` : inner;
    const at: Span = [match.index, end + 1];
    const known = kind.startsWith("provide") && found.filter((one) => one.name === name).pop();
    found.push(known ? { ...known, at } : { name, count, body, at });
  }
  return found;
}

/** Those that hold at a place: of several of one name the last before it, or, where it is defined only later, the first. */
export function definedAt(
  place: number,
  commands: readonly DefinedCommand[],
): ReadonlyMap<string, DefinedCommand> {
  const found = new Map<string, DefinedCommand>();
  for (const command of commands)
    if (command.at[1] <= place || !found.has(command.name)) found.set(command.name, command);
  return found;
}

/** The text that stands for a defined command at `from`, and where it ends; undefined where none stands. */
export function expansionAt(
  tex: string,
  from: number,
  commands: ReadonlyMap<string, DefinedCommand>,
): { readonly text: string; readonly end: number } | undefined {
  if (tex[from] !== "\\") return undefined;
  const name = /^\\([A-Za-z]+)/.exec(tex.slice(from, from + 40))?.[1];
  const command = commands.get(name ?? "");
  if (!command) return undefined;
  let end = from + command.name.length + 1;
  const values: string[] = [];
  for (let i = 0; i < command.count; i++) {
    while (/\s/.test(tex[end] ?? "")) end++;
    const close = tex[end] === "{" ? closingBrace(tex, end) : end;
    if (close < 0 || close >= tex.length) return undefined;
    values.push(tex[end] === "{" ? tex.slice(end + 1, close) : tex[end]);
    end = close + 1;
  }
  const text = command.body.replace(
    /#(\d)/g,
    (_, number: string) => values[Number(number) - 1] ?? "",
  );
  // A letter after it is no part of the name it ends with.
  return { text: /\\[A-Za-z]+$/.test(text) ? `${text} ` : text, end };
}

function closingBrace(tex: string, open: number): number {
  let depth = 0;
  for (let i = open; i < tex.length; i++) {
    if (tex[i] === "\\") i++;
    else if (tex[i] === "{") depth++;
    else if (tex[i] === "}" && --depth === 0) return i;
  }
  return -1;
}
