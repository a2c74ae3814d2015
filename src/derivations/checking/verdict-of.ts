import { OutOfTime } from "../evaluate/tick";
import { worldNames } from "../world-name";
import { diagnose, type TriedLink } from "./diagnose";
import { passes, type Trial, type Verdict, worse } from "./verdict";
import { verdictWords } from "./verdict-words";

/** What the trials of a link in all worlds come to, in numbers and words. */
export function verdictOf(tried: TriedLink): Verdict {
  const { programs, link, locale } = tried;
  const word = verdictWords[locale];
  // Worlds that cannot tell for want of a variance do not speak against what the others can.
  const telling = tried.trials.filter(({ problem }) => problem?.kind !== "variance");
  const trials = telling.length > 0 ? telling : tried.trials;
  const worst = trials.reduce(worse);
  const ok = passes(worst);
  const { problem, at } = worst;
  const notes: string[] = [];
  if (!ok && at.length > 0 && link.relation !== "=const") {
    notes.push(word.at(at.map(([name, value]) => `${name} = ${value}`).join(", ")));
  }
  if (problem?.kind === "thrown") notes.push(problem.text ?? "");
  else if (problem?.kind === "spread") notes.push(word.spread(problem.text ?? ""));
  else if (problem?.kind === "time") notes.push(word.time(String(tried.budget)));
  else if (problem) notes.push(word[problem.kind]);
  else if (!ok) notes.push(hintOf(tried));
  if (trials.length < tried.trials.length) {
    notes.push(
      word.without(
        worldNames(
          tried.trials.flatMap((t) => (trials.includes(t) ? [] : [t.world])),
          locale,
        ),
      ),
    );
  }
  const { tooLong = [] } = tried;
  if (ok && tooLong.length > 0) notes.push(word.tooLong(worldNames(tooLong, locale)));
  const isInfinite = (t: Trial): boolean => t.left === t.right && !Number.isFinite(t.left);
  if (ok && link.relation !== "=const" && trials.every(isInfinite)) notes.push(word.bothInfinite);
  const { left, right, gap, allowed, world } = worst;
  return {
    ok,
    ...(!ok && problem ? { undecided: true } : {}),
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

function hintOf(tried: TriedLink): string {
  try {
    return diagnose(tried);
  } catch (error) {
    // A hint is worth no more time than there is.
    if (error instanceof OutOfTime) return "";
    throw error;
  }
}
