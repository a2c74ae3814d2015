import type { Locale } from "../../words/locale";
import type { Compiled } from "../compiled";
import { isJoint } from "../joints/joint";
import type { Term } from "../language/term";
import { children, freeNames } from "../language/walk";
import type { Line } from "../read-steps";
import { alignedBlock } from "./aligned-block";
import { isGreek, type TexOptions } from "./tex-call";
import { texName } from "./tex-name";
import { texTerm } from "./tex-term";

/** How a chain is typeset. */
interface ChainTex extends Pick<TexOptions, "isCourse"> {
  readonly locale: Locale;
  /** Whether reasons stand beside the lines. */
  readonly reasons?: boolean;
  /** Lines that are boxes to be filled. */
  readonly open?: ReadonlySet<number>;
}

/** The chain of a derivation in TeX. */
export function derivationTex(
  { lines, programs }: Compiled,
  { locale, reasons = false, open = new Set(), isCourse = false }: ChainTex,
): string {
  const namesOf = (test: (value: unknown) => boolean): ReadonlySet<string> =>
    new Set(
      programs.flatMap(({ context }) =>
        [...context.scope].flatMap(([name, value]) => (test(value) ? [name] : [])),
      ),
    );
  const options: TexOptions = {
    isCourse,
    arrays: namesOf(Array.isArray),
    conditional: new Set([...namesOf(isJoint), ...lines.flatMap(({ term }) => observing(term))]),
  };
  return alignedBlock(
    lines.map((line, index) => ({
      relation: line.relation,
      detail: line.detail,
      tex:
        line.isOpen || open.has(index) ? `\\boxed{\\text{ (${index}) }}` : lineTex(line, options),
      because: line.because,
    })),
    reasons,
    locale,
  );
}

/** Names of which a call is given something that is no parameter: q of q(z | x), and then of q(z | 2). */
function observing(term: Term): readonly string[] {
  const isObserving =
    term.kind === "call" && term.given.some((t) => freeNames(t).size > 0 && !isGreek(t));
  return [...(isObserving ? [term.name] : []), ...children(term).flatMap(observing)];
}

/** One line without its relation. */
export function lineTex(line: Line, options: TexOptions = {}): string {
  const body = texTerm(line.term, options);
  if (!line.defines) return body;
  const { name, parameters } = line.defines;
  const list = parameters.length ? `(${parameters.map(texName).join(", ")})` : "";
  return `${texName(name)}${list} := ${body}`;
}
