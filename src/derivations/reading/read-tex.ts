import { checkOptions } from "../../words/check-options";
import { shapeError } from "../../words/errors";
import { noteUndefined } from "./block/note-undefined";
import { comparedValues } from "./compared-values";
import { FormulaParser } from "./formula-parser";
import { hasSigmoid } from "./has-sigmoid";
import { plainTex } from "./plain-tex";
import { Notes, type ReadingNote, UnreadError } from "./reading-note";
import { rolesOf } from "./roles";
import { Scope } from "./scope";
import { type Statement, splitStatements } from "./split-statements";
import { spanOf } from "./statement-parts";
import { type TexNode, visitTex } from "./tex-node";
import type { Span, TexToken } from "./tex-token";
import { texTokens } from "./tex-tokens";
import { noteDoubts } from "./writing/note-doubts";
import { showReading } from "./writing/show-reading";
import { withSlopes } from "./writing/with-slopes";
import { writeTerm } from "./writing/write-term";
import type { Writing } from "./writing/writing";

/** One side of a relation, in klab's language. */
export interface ReadingLink {
  /** To the side before; the first has none unless the formula begins with it. */
  readonly relation?: string;
  readonly expression: string;
  /** From and to in the TeX, the end excluded. */
  readonly at: Span;
}

/** A part that was not understood. */
export interface UnreadPart {
  readonly at: Span;
  readonly tex: string;
  readonly reason: string;
}

/** What `readTex` found. */
export interface TexReading {
  readonly chains: readonly (readonly ReadingLink[])[];
  readonly notes: readonly ReadingNote[];
  readonly unread: readonly UnreadPart[];
}

/** Options of `readTex`. */
export interface ReadTexOptions {
  /** The language of notes and reasons; default "zh-CN". */
  readonly locale?: "zh-CN" | "en";
}

interface ParsedSide {
  readonly relation: string | undefined;
  readonly at: Span;
  readonly node: TexNode;
  /** What stood before it was not read: nothing is claimed about the two. */
  readonly isCut?: boolean;
}

/**
 * A formula in TeX, as people type it, in klab's language: chains of relations that `derivation` can check.
 *
 * Names get their meaning from all their uses in the formula together: p under D(p ‖ q) is a distribution, x_i under
 * ∑ a sample or, weighed by p(x_i), a value. Nothing is repaired or supposed in silence: each is a note with its place.
 *
 * @param tex one formula, or an environment with several rows; dollars around it are optional
 * @param options `locale`: the language of notes and reasons
 * @returns `chains` of `{ relation, expression, at }`, `notes`, and in `unread` what was not understood and why
 * @throws TypeError for what is no text
 *
 * @example
 * readTex("D_{KL}(p||q) = H(p,q) - H(p)").chains[0][1].expression; // "H(P, Q) - H(P)"
 * readTex("E_{x~p}[log p(x)]").notes.map(({ text }) => text); // ["log 前少了反斜杠"]
 */
export function readTex(tex: string, options: ReadTexOptions = {}): TexReading {
  checkOptions("readTex", options, ["locale"]);
  if (typeof tex !== "string") {
    throw shapeError(
      "readTex",
      `tex 应为文本，给的是 ${typeof tex}`,
      `tex must be a text, got ${typeof tex}`,
    );
  }
  const locale = options.locale ?? "zh-CN";
  const notes = new Notes(locale);
  const unread: UnreadPart[] = [];
  const refuse = (error: unknown, at: Span): void => {
    if (!(error instanceof UnreadError)) throw error;
    unread.push({
      at,
      tex: tex.slice(at[0], at[1]),
      reason: locale === "en" ? error.en : error.zh,
    });
  };
  const plain = plainTex(tex);
  for (const { name, at } of plain.defined)
    notes.add("reading", at, `\\${name} 按这里的定义读`, `\\${name} is read as defined here`);
  const statements = splitStatements(texTokens(plain, notes), notes, refuse);
  const parsed = statements.map((statement) => parsedSides(statement, notes, refuse));
  const parse = (tokens: readonly TexToken[]): TexNode =>
    new FormulaParser(tokens, { notes, openIntegrals: 0 }).whole();
  const quietly = (tokens: readonly TexToken[]): TexNode | undefined => {
    try {
      return new FormulaParser(tokens, { notes: new Notes(locale), openIntegrals: 0 }).whole();
    } catch (error) {
      if (error instanceof UnreadError) return undefined;
      throw error;
    }
  };
  const nodes = parsed.flatMap((sides) => sides.map(({ node }) => node));
  noteUndefined(parsed, notes);
  const roles = rolesOf(
    [...nodes, ...nodes.flatMap((node) => exponentsIn(node, quietly))],
    quietly,
  );
  const writing: Writing = {
    roles,
    notes,
    scope: new Scope(),
    slopes: new Map(),
    hasSigmoid: hasSigmoid(parsed.map((sides) => sides.map(({ node }) => node))),
    parse,
    write: writeTerm,
  };
  const chains = parsed.flatMap((sides) => {
    const pieces: ReadingLink[][] = [[]];
    for (const side of sides) {
      if (side.isCut) pieces.push([]);
      try {
        const last = pieces[pieces.length - 1];
        const link = linkOf(side, writing);
        const isFirst = last.length === 0 && pieces.length > 1;
        last.push(isFirst ? { expression: link.expression, at: link.at } : link);
      } catch (error) {
        refuse(error, side.at);
        pieces.push([]);
      }
    }
    return pieces.flatMap((links) => (links.length > 0 ? [comparedValues(links, notes)] : []));
  });
  if (chains.length === 0 && unread.length === 0 && tex.trim() !== "")
    refuse(new UnreadError([0, tex.length], "没有读出一个式子", "no formula was read in it"), [
      0,
      tex.length,
    ]);
  const whole = withSlopes(chains, writing.slopes);
  noteDoubts(whole, notes);
  return showReading({ chains: whole, notes: notes.list, unread });
}

function parsedSides(
  statement: Statement,
  notes: Notes,
  refuse: (error: unknown, at: Span) => void,
): ParsedSide[] {
  let isCut = false;
  return statement.sides.flatMap(({ relation, tokens }): ParsedSide[] => {
    const at = spanOf(tokens);
    try {
      const node = new FormulaParser(tokens, { notes, openIntegrals: 0 }).whole();
      const side = { relation, at, node, ...(isCut ? { isCut } : {}) };
      isCut = false;
      return [side];
    } catch (error) {
      refuse(error, at);
      isCut = true;
      return [];
    }
  });
}

function linkOf({ relation, at, node }: ParsedSide, writing: Writing): ReadingLink {
  const isConstant = (part: TexNode): boolean =>
    part.kind === "name" && part.isWord && /^const$/i.test(part.base);
  if (
    node.kind === "binary" &&
    node.operator === "+" &&
    isConstant(node.right) &&
    relation === "="
  ) {
    return { relation: "=const", expression: writeTerm(node.left, writing).text, at };
  }
  if (node.kind === "tuple" && relation !== undefined)
    throw new UnreadError(
      at,
      "几个值一起不能作一边：一个量写一个式子",
      "several values together are no side: write one formula for each",
    );
  const expression = writeTerm(node, writing).text;
  return relation === undefined ? { expression, at } : { relation, expression, at };
}

/** 2^{−∑ p log p}: what stands in an exponent tells what names are, too. */
function exponentsIn(
  root: TexNode,
  parse: (tokens: readonly TexToken[]) => TexNode | undefined,
): readonly TexNode[] {
  const found: TexNode[] = [];
  visitTex(root, (node) => {
    const tokens = node.kind === "power" ? node.exponent : undefined;
    const parsed = tokens && tokens.length > 2 ? parse(tokens) : undefined;
    if (parsed) found.push(parsed);
  });
  return found;
}
