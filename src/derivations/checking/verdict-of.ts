import { diagnose, type TriedLink } from "./diagnose";
import { passes, type Trial, type Verdict, worse } from "./verdict";
import { verdictWords } from "./verdict-words";

/** What the trials of a link in all worlds come to, in numbers and words. */
export function verdictOf(tried: TriedLink): Verdict {
  const { programs, link, trials, locale } = tried;
  const word = verdictWords[locale];
  const worst = trials.reduce(worse);
  const ok = passes(worst);
  const { problem, at } = worst;
  const notes: string[] = [];
  if (!ok && at.length > 0 && link.relation !== "=const") {
    notes.push(word.at(at.map(([name, value]) => `${name} = ${value}`).join(", ")));
  }
  if (problem?.kind === "thrown") notes.push(problem.text ?? "");
  else if (problem?.kind === "spread") notes.push(word.spread(problem.text ?? ""));
  else if (problem) notes.push(word[problem.kind]);
  else if (!ok) notes.push(diagnose(tried));
  const isInfinite = (t: Trial): boolean => t.left === t.right && !Number.isFinite(t.left);
  if (ok && link.relation !== "=const" && trials.every(isInfinite)) notes.push(word.bothInfinite);
  const { left, right, gap, allowed, world } = worst;
  return {
    ok,
    relation: link.relation,
    left,
    right,
    gap,
    allowed,
    world,
    note: notes.filter(Boolean).join(locale === "en" ? "; " : "；"),
    step: link.right,
    worlds: programs.length,
  };
}
