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

/** The chain of a derivation in TeX; lines in `open` are boxes to be filled. */
export function derivationTex(
  { lines, programs }: Compiled,
  reasons: boolean,
  locale: Locale,
  open: ReadonlySet<number> = new Set(),
): string {
  const namesOf = (test: (value: unknown) => boolean): ReadonlySet<string> =>
    new Set(
      programs.flatMap(({ context }) =>
        [...context.scope].flatMap(([name, value]) => (test(value) ? [name] : [])),
      ),
    );
  const options: TexOptions = {
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
