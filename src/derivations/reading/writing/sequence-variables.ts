import type { NameNode, TexNode } from "../tex-node";
import { isSign, type TexToken } from "../tex-token";
import { tokenText } from "../token-scan";
import type { Writing } from "./writing";

/** As many variables as a claim of n of them is tried with. */
export const sequenceLength = 3;

/** X_1, …, X_n as X_1, X_2, X_3; X_{<3}, and X_2, …, X_1 back from the second, as X_1, X_2. */
export function sequenceVariables(
  values: readonly TexNode[],
  writing: Writing,
): readonly TexNode[] {
  return values.flatMap((value): readonly TexNode[] => {
    if (value.kind === "name") return before(value) ?? [value];
    if (value.kind !== "range") return [value];
    const [from, to] = [value.first, value.last].map(({ sub = [] }) => tokenText(sub));
    const end = /^\d+$/.test(to) ? Number(to) : undefined;
    const start = /^\d+$/.test(from) ? Number(from) : undefined;
    if (end === 1 && start !== undefined) return listed(value.first, start);
    if (start === undefined && end === 1) {
      noteLength(from, value, writing);
      return listed(value.first, sequenceLength);
    }
    if (start !== 1) return [value];
    if (end === undefined) noteLength(to, value, writing);
    return listed(value.first, end ?? sequenceLength);
  });
}

function noteLength(last: string, { at }: TexNode, writing: Writing): void {
  writing.notes.add(
    "reading",
    at,
    `变量的个数 ${last} 以 ${sequenceLength} 检验`,
    `the number of variables, ${last}, is tried as ${sequenceLength}`,
  );
}

/** X_{<3}. */
function before(name: NameNode): readonly NameNode[] | undefined {
  const [sign, number] = name.sub ?? [];
  if (!isSign(sign, "<") || number?.kind !== "number") return undefined;
  return listed(name, Number(number.text) - 1);
}

const listed = (name: NameNode, count: number): readonly NameNode[] =>
  Array.from({ length: count }, (_, i): NameNode => {
    const sub: readonly TexToken[] = [
      { kind: "number", text: String(i + 1), at: name.at, gap: false },
    ];
    return { ...name, sub };
  });
