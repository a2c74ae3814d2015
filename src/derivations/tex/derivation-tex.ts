import type { Compiled } from "../compiled";
import type { Line } from "../read-steps";
import { alignedBlock } from "./aligned-block";
import { texName } from "./tex-name";
import { texTerm } from "./tex-term";

/** The chain of a derivation in TeX. */
export function derivationTex({ lines, programs }: Compiled, reasons: boolean): string {
  const arrays = new Set(
    programs.flatMap(({ context }) =>
      [...context.scope].flatMap(([name, value]) => (Array.isArray(value) ? [name] : [])),
    ),
  );
  return alignedBlock(
    lines.map((line) => ({
      relation: line.relation,
      tex: lineTex(line, arrays),
      because: line.because,
    })),
    reasons,
  );
}

/** One line without its relation. */
export function lineTex(line: Line, arrays: ReadonlySet<string> = new Set()): string {
  const body = texTerm(line.term, { arrays });
  if (!line.defines) return body;
  const { name, parameters } = line.defines;
  const list = parameters.length ? `(${parameters.map(texName).join(", ")})` : "";
  return `${texName(name)}${list} := ${body}`;
}
