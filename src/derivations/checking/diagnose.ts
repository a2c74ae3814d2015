import type { Locale } from "../../words/locale";
import type { Program } from "../compile-program";
import { compile } from "../evaluate/compile-number";
import type { Term } from "../language/term";
import { contains, withChildren } from "../language/walk";
import type { Line } from "../read-steps";
import { compare } from "./compare";
import { difference, evaluateSide } from "./evaluate-side";
import { isRandom, type Link, tryLink } from "./try-link";
import { passes, type Trial } from "./verdict";
import { verdictWords } from "./verdict-words";

/** A relation, and what became of it in each world. */
export interface TriedLink {
  readonly programs: readonly Program[];
  readonly lines: readonly Line[];
  readonly link: Link;
  /** One a world. */
  readonly trials: readonly Trial[];
  /** Names of extreme worlds that would take too long. */
  readonly tooLong?: readonly string[];
  readonly seed: number;
  readonly locale: Locale;
  /** Seconds that the whole check may take. */
  readonly budget: number;
}

/** What a failed relation was probably meant to be, in words; empty where nothing is recognised. */
export function diagnose({ programs, lines, link, trials, seed, locale }: TriedLink): string {
  const word = verdictWords[locale];
  const { relation, detail } = link;
  if (detail?.order) {
    const { variable, power } = detail.order;
    const gap = Math.max(...trials.map((trial) => trial.gap));
    return word.order((power - gap).toFixed(2), variable);
  }
  const near = (a: number, b: number, { allowed }: Trial): boolean => difference(a, b) <= allowed;
  const everywhere = (test: (trial: Trial) => boolean): boolean => trials.every(test);
  if (relation === "≥" || relation === "≤") {
    const reversed = { ...link, relation: relation === "≥" ? "≤" : "≥" } as const;
    const holds = programs.every((program) =>
      passes(tryLink(program, lines, reversed, seed, new Map())),
    );
    return holds ? word.flipped : "";
  }
  const tellsSign = trials.some((t) => Math.abs(t.left) > t.allowed);
  if (tellsSign && everywhere((t) => near(t.left, -t.right, t))) return word.sign;
  if (isEqualSwapped(programs, lines, link)) return word.swapped;
  const sizes = programs.map(({ context }) => context.free.get("m")?.value ?? Number.NaN);
  if (sizes.every((m) => m > 1)) {
    const by = (i: number): number => sizes[i];
    if (trials.every((t, i) => near(t.left / by(i), t.right, t))) return word.inverseSampleSize;
    if (trials.every((t, i) => near(t.left, t.right / by(i), t))) return word.sampleSize;
  }
  const { context } = programs[0];
  const random = [link.left, link.right].filter((i) => isRandom(lines[i], context));
  if (relation === "=" && random.length === 1) return word.law;
  if (relation === "=" && isConstantApart(programs, lines, link, seed)) return word.constant;
  if (trials.length < 2) return "";
  const [first] = trials;
  const apart = first.right - first.left;
  const isApart = everywhere((t) => near(t.right - t.left, apart, t));
  if (relation === "=" && Number.isFinite(apart) && isApart) return word.apart(named(apart));
  const ratio = first.right / first.left;
  const isFactor = everywhere((t) => Math.abs(t.right / t.left / ratio - 1) < 1e-9);
  if (!isFactor || !Number.isFinite(ratio)) return "";
  if (Math.abs(ratio * Math.LN2 - 1) < 1e-9) return word.bits;
  if (Math.abs(ratio / Math.LN2 - 1) < 1e-9) return word.nats;
  return word.factor(ratio.toPrecision(6));
}

/** A number by the name a reader knows, where it has one: −ln 2, ½ ln(2π). */
function named(value: number): string {
  const known = [
    ["ln 2", Math.LN2],
    ["2 ln 2", 2 * Math.LN2],
    ["½ ln(2π)", Math.log(2 * Math.PI) / 2],
    ["½ ln(2πe)", Math.log(2 * Math.PI * Math.E) / 2],
  ] as const;
  const found = known.find(([, x]) => Math.abs(Math.abs(value) / x - 1) < 1e-9);
  const sign = value < 0 ? "−" : "";
  return sign + (found ? found[0] : String(Number(Math.abs(value).toPrecision(6))));
}

function isConstantApart(
  programs: readonly Program[],
  lines: readonly Line[],
  link: Link,
  seed: number,
): boolean {
  return programs.every((program) => {
    if (program.context.grid.size === 0) return false;
    const trial = tryLink(program, lines, { ...link, relation: "=const" }, seed, new Map());
    return (
      trial.at.length > 0 && passes(trial) && Math.abs(trial.left - trial.right) > trial.allowed
    );
  });
}

/** True where the sides agree once p and q change places in the right side's KL or H. */
function isEqualSwapped(
  programs: readonly Program[],
  lines: readonly Line[],
  { left, right }: Link,
): boolean {
  const line = lines[right];
  const isPair = (t: Term): boolean => t.kind === "divergence" || (t.kind === "entropy" && !!t.q);
  if (!contains(line.term, isPair)) return false;
  const term = swapped(line.term);
  const changed = lines.map((l, i) => (i === right ? { ...l, term } : l));
  return programs.every((program) => {
    try {
      const side = compile(term, line.expression, program.context);
      const sides = program.sides.map((s, i) => (i === right ? side : s));
      const variant = { ...program, sides };
      const a = evaluateSide(variant, changed, left);
      const b = evaluateSide(variant, changed, right);
      const place = { world: program.context.world.name, at: [] };
      return passes(compare("=", a, b, place));
    } catch {
      return false; // KL(q ‖ P_G(· | θ)) may not make sense the other way round
    }
  });
}

function swapped(term: Term): Term {
  const inner = withChildren(term, swapped);
  if (inner.kind === "divergence") return { ...inner, p: inner.q, q: inner.p };
  if (inner.kind === "entropy" && inner.q) return { ...inner, p: inner.q, q: inner.p };
  return inner;
}
