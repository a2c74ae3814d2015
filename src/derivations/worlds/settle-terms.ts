import type { Term } from "../language/term";
import { textTerm } from "../language/text-term";
import { contains, withChildren } from "../language/walk";
import { bestDistribution } from "./best-distribution";
import { bestFunction } from "./best-function";
import {
  apartFromFamilies,
  asConditional,
  asFamily,
  bareConditionals,
  familyApart,
  halfFamilies,
  modelOf,
  movedDistributions,
} from "./moved-distributions";
import { alikeOptima, objectiveOf } from "./objectives";
import { readSide } from "./read-side";
import type { Remarks } from "./remarks";
import {
  byDeviation,
  entropyOfVariable,
  extremeOfEntries,
  powerOfBits,
  softmaxEntry,
} from "./settled-terms";
import type { Side } from "./side";
import { oneHot, usualMeanings } from "./usual-meanings";

/** Readings of a whole chain that its single sides do not show: units, optima over distributions and functions. */
export function settleTerms(row: readonly Side[], said: Remarks): readonly Side[] {
  const terms = row.flatMap(({ term }) => (term ? [term] : []));
  const changes: ((term: Term) => Term)[] = [];
  const has = (test: (t: Term) => boolean): boolean => terms.some((term) => contains(term, test));
  const isQuantity = (t: Term): boolean =>
    t.kind === "entropy" || t.kind === "divergence" || t.kind === "information";
  // A factor ln 2 says that bits and nats are told apart.
  const isLogOfTwo = (t: Term): boolean =>
    t.kind === "elementary" && t.name === "log" && t.body.kind === "number" && t.body.value === 2;
  const hasBits = has((t) => t.kind === "elementary" && t.name === "log2") && !has(isLogOfTwo);
  if (hasBits && has(isQuantity)) {
    said.add("bits");
    changes.push((t) => (t.kind === "elementary" && t.name === "log2" ? { ...t, name: "log" } : t));
  }
  changes.push((t) => bestFunction(t, said) ?? t);
  changes.push((t) => byDeviation(t, said) ?? t);
  changes.push((t) => extremeOfEntries(t, said) ?? t);
  if (!hasBits) changes.push((t) => powerOfBits(t, said) ?? t);
  const own = entropyOfVariable(terms);
  if (own) {
    said.add("entropy", own.variable, own.name);
    changes.push((t) =>
      t.kind === "entropy" && !t.q && t.p.kind === "name" && t.p.name === own.variable
        ? { ...t, p: { ...t.p, name: own.name } }
        : t,
    );
  }
  const objectives = row.length === 1 || alikeOptima(terms);
  if (objectives) changes.push((t) => objectiveOf(t, said) ?? t);
  const isRelative = row.some(({ relation }) => relation === "=const");
  changes.push((t) => softmaxEntry(t, said) ?? t);
  for (const name of apartFromFamilies(terms)) {
    said.add("apart", name, `${name}_θ(· | θ)`);
    changes.push((t) => familyApart(t, name));
  }
  for (const [name, call] of bareConditionals(terms)) {
    const [condition] = call.given;
    said.add("softmax", `H(${name})`, `H(${name}(· | ${textTerm(condition)}))`);
    changes.push((t) => asConditional(t, name, call));
  }
  changes.push((t) => bestDistribution(t, said) ?? t);
  const moved = new Set([
    ...movedDistributions(terms.map((term) => throughout(term, (t) => bestDistribution(t) ?? t))),
    ...(isRelative && !has((t) => t.kind === "call" && t.given.length > 0) ? modelOf(terms) : []),
    ...halfFamilies(terms),
  ]);
  for (const name of moved) {
    said.add("family", name);
    changes.push((t) => asFamily(t, name));
  }
  const hot = oneHot(terms);
  if (hot) {
    said.add("known", `${hot.name}[i]`, `cases(1, i = ${hot.place}, 0)`);
    changes.push((t) =>
      t.kind === "index" && t.name === hot.name
        ? (readSide(`cases(1, ${textTerm(t.index)} = ${hot.place}, 0)`) ?? t)
        : t,
    );
  }
  for (const [name, text] of usualMeanings(terms)) {
    if (name.endsWith("[]")) {
      const own = name.slice(0, -2);
      const entry = (index: string): string => `exp(${text}[${index}])/∑(j=1, n, exp(${text}[j]))`;
      said.add("known", `${own}[i]`, entry("i"));
      changes.push((t) =>
        t.kind === "index" && t.name === own ? (readSide(entry(textTerm(t.index))) ?? t) : t,
      );
      continue;
    }
    said.add("known", name, text);
    const meaning = readSide(text);
    if (meaning)
      changes.push((t) =>
        (t.kind === "name" || (t.kind === "call" && t.values.length === 1)) && t.name === name
          ? meaning
          : t,
      );
  }
  return row.map((side) => {
    if (!side.term) return side;
    const term = changes.reduce((t, change) => throughout(t, change), side.term);
    const expression = textTerm(term);
    return expression === textTerm(side.term) ? side : { ...side, term, expression };
  });
}

const throughout = (term: Term, change: (t: Term) => Term): Term =>
  change(withChildren(term, (child) => throughout(child, change)));
