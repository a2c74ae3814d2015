import type { Locale } from "../../words/locale";
import type { Term } from "../language/term";
import { textTerm } from "../language/text-term";
import type { ReadingLink } from "../reading/read-tex";
import type { Step } from "../step";
import type { World } from "../world";
import { bySeveral } from "./by-several";
import { headOf, isOpen, mentioned } from "./defined-by-chains";
import { type EntryMeaning, entriesMeant, entryMeaning } from "./entries-meant";
import { mixtureMeaning } from "./mixture-meaning";
import { numericParts } from "./numeric-parts";
import { readSide } from "./read-side";
import { remarks } from "./remarks";
import { settleTerms } from "./settle-terms";
import { shiftedWorlds, shiftOf } from "./shifted-worlds";
import type { Side } from "./side";
import { policies, sideOf, upToUnchecked } from "./sides-of-chain";
import { smallChange } from "./small-change";
import { softened } from "./softened";
import {
  besideEachOther,
  meant,
  withoutNamedEnd,
  withoutOneSided,
  withoutSuprema,
  withoutUnknown,
} from "./undefined-sides";
import { type Meanings, withMeanings } from "./unknown-parts";
import { worldsOrReason } from "./worlds-for";

/** A chain of a reading as `derivation` takes it, with the worlds to try it in and what had to be supposed. */
export interface ChainCheck {
  readonly steps: readonly Step[];
  readonly worlds: readonly World[];
  /** What was supposed beyond the reading, in words. */
  readonly notes: readonly string[];
  /** False where the chain only says what a name means. */
  readonly hasClaim: boolean;
  /** True where a claim stands in the text and is not tried: the notes say why. */
  readonly isLeftOut: boolean;
  /** Why there is no world, where there is none. */
  readonly reason: string | undefined;
}

/**
 * The chains of one formula as they can be tried: left sides that nothing else explains are definitions, known in the
 * chains that follow; names that stand for a part of the other side are put in; worlds come from how names are used.
 */
export function chainChecks(
  chains: readonly (readonly ReadingLink[])[],
  locale: Locale = "zh-CN",
): readonly ChainCheck[] {
  const rows = chains
    .flatMap(bySeveral)
    .map((chain) => chain.map((link) => sideOf(policies(link))));
  const all = rows.flat().flatMap(({ term }) => (term ? [term] : []));
  let meanings: Meanings = new Map();
  const definitions: Step[] = [];
  const entries: EntryMeaning[] = [];
  const defined = new Set<string>();
  /** The row without what it defines, and what was said of it. */
  const begun = rows.map((given) => {
    const said = remarks(locale);
    let row = upToUnchecked(given, said);
    const [first, second] = row;
    if (first && second && (second.relation === "=" || second.relation === "≈")) {
      const head = first.term && headOf(first.term);
      const others = rows.flatMap((other) =>
        (other === given ? other.slice(1) : other.slice(1)).flatMap(({ term }) =>
          term ? [term] : [],
        ),
      );
      const own = row.slice(1).flatMap(({ term }) => (term ? [term] : []));
      const isAgain = head !== undefined && defined.has(head.name);
      // ∂L/∂z beside L = …: what L is stands in the other row.
      const isToldElsewhere =
        first.term?.kind === "derivative" &&
        rows.some(([other]) => other?.term?.kind === "name" && other.term.name === head?.name);
      const isNew =
        !first.term ||
        (!isAgain &&
          !isToldElsewhere &&
          isOpen(first.term, own) &&
          !isKnownKind(first.term, others));
      if (isNew) {
        said.add("definition", first.expression);
        if (head && second.term) {
          defined.add(head.name);
          const isOfDistribution = head.parameters?.some((name) => /^[PQ](_|$)/.test(name));
          const entry = entryMeaning(first.term, second.term);
          if (entry) entries.push(entry);
          const mixture = mixtureMeaning(first.term, second.term);
          if (mixture) meanings = new Map([...meanings, [head.name, mixture] as const]);
          if (
            isOfDistribution ||
            mixture ||
            (head.parameters?.length === 0 && isShort(second.term))
          )
            meanings = new Map([
              ...meanings,
              [
                isOfDistribution || mixture ? textTerm(first.term ?? second.term) : head.name,
                withMeanings(second.term, meanings),
              ] as const,
            ]);
          else if (first.term?.kind === "call" && first.term.given.length === 0 && head.parameters)
            definitions.push({
              expression: `${first.expression} := ${textTerm(withMeanings(second.term, meanings))}`,
            });
        }
        row = row.slice(1);
        const last = row[row.length - 1];
        const isCondition = head !== undefined && isDerivative(first.term, head.name);
        if (isCondition && row.length > 1 && last.expression === "0") {
          said.add("condition");
          row = row.slice(0, -1);
        }
        row = [{ ...row[0], relation: undefined }, ...row.slice(1)];
      }
    }
    return { row, said, known: meanings, before: definitions.length };
  });
  return begun.flatMap(({ row: begin, said, known, before }): ChainCheck[] => {
    let row: readonly Side[] = begin.map((side) =>
      meant(side, new Map([...spoken(meanings), ...known])),
    );
    row = row.map((side) => entriesMeant(side, entries));
    row = withoutNamedEnd(row, all, said);
    row = besideEachOther(row, all, said);
    const parts = withoutUnknown(row, defined, said)
      .flatMap((part) => withoutOneSided(part, all, said))
      .flatMap((part) => withoutSuprema(settleTerms(smallChange(part, said), said), said))
      .flatMap((part) => numericParts(part, said));
    const claims = parts.filter(({ length }) => length > 1);
    return (claims.length > 0 ? claims : parts.slice(0, 1)).map((part) => {
      const used = definitionsFor(
        part,
        definitions.filter(({ expression }, i) => i < before || isSpoken(expression)),
      );
      const steps = [
        ...used,
        ...part.map(
          ({ relation, expression }, i): Step =>
            i === 0 || relation === undefined ? { expression } : { relation, expression },
        ),
      ];
      const soft = softened(steps, said);
      const hasClaim = part.length > 1;
      const isLeftOut =
        !hasClaim && (["example", "unknown", "unchecked"] as const).some((kind) => said.has(kind));
      const shift = shiftOf(soft.flatMap(({ expression }) => readSide(expression) ?? []));
      if (shift) {
        said.add("shift", shift.names.join(", "), shift.parameter);
        const shifted = { worlds: shiftedWorlds(shift), reason: undefined };
        return { steps: soft, ...shifted, notes: said.list(), hasClaim, isLeftOut };
      }
      const { worlds, reason, chained } = worldsOrReason(
        soft.map(({ expression }) => expression),
        drawnFrom(rows, soft),
      );
      if (hasClaim && chained.length > 0) said.add("markov", chained.join(" → "));
      return { steps: soft, worlds, notes: said.list(), hasClaim, isLeftOut, reason };
    });
  });
}

/** P of x[i] ~ P(x), where the steps average over x[i] and P is a distribution of theirs. */
function drawnFrom(
  rows: readonly (readonly ReturnType<typeof sideOf>[])[],
  steps: readonly Step[],
): string | undefined {
  for (const [first, second] of rows) {
    if (first?.term?.kind !== "index" || second?.typed !== "~") continue;
    const { name } = first.term;
    const source = second.term && headOf(second.term)?.name;
    const isSpokenOf = (text: string): boolean =>
      steps.some(({ expression }) => expression.includes(text));
    if (source !== undefined && isSpokenOf(`${name}[`) && isSpokenOf(source)) return source;
  }
  return undefined;
}

/** L and r, but no x: what a later row defines may be meant in an earlier one where it is no variable. */
const spoken = (meanings: Meanings): Meanings =>
  new Map([...meanings].filter(([name]) => isSpoken(name)));

const isSpoken = (name: string): boolean => /^(r|[A-OR-Z]|\p{L}{3,})(?=_|\(|$)/u.test(name);

/** P(x), or a family, whose name is used as a distribution elsewhere: not defined by an equation. */
function isKnownKind(left: Term, others: readonly Term[]): boolean {
  if (left.kind !== "call" || left.given.length === 0) return false;
  return others.some((other) => mentioned(other).has(left.name));
}

/** ∂L/∂D or f′(D): set to zero, it is a condition for an optimum. */
const isDerivative = (term: Term | undefined, name: string): boolean =>
  term?.kind === "derivative" || /^[a-zA-Z]p$/.test(name);

const isShort = (term: Term): boolean => textTerm(term).length < 120;

function definitionsFor(part: readonly Side[], definitions: readonly Step[]): readonly Step[] {
  const names = new Set(part.flatMap(({ term }) => (term ? [...mentioned(term)] : [])));
  const used: Step[] = [];
  for (const definition of [...definitions].reverse()) {
    const [left, right] = definition.expression.split(" := ");
    const name = left.replace(/\(.*/, "");
    if (!names.has(name)) continue;
    used.unshift(definition);
    const term = readSide(right);
    if (term) for (const inner of mentioned(term)) names.add(inner);
  }
  return used;
}
