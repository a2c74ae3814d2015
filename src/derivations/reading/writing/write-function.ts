import { distributionName, partsOf } from "../names-in-place";
import type { TexNode } from "../tex-node";
import type { TexToken } from "../tex-token";
import { tokenText } from "../token-scan";
import { distributionText } from "./write-distributions";
import type { Writing } from "./writing";
import { atom, binary, call, type Written } from "./written";

export function writeFunction(
  name: string,
  base: readonly TexToken[] | undefined,
  args: readonly Written[],
  writing: Writing,
): Written {
  if (name === "lg") return binary("/", call("log", args), atom("log(10)"));
  if (name === "lb") return call("log2", args);
  if (/^log|^ln/.test(name) && base && base.length > 0) {
    const text = tokenText(base);
    if (text === "e") return call("log", args);
    if (text === "2") return call("log2", args);
    if (/^(\d+|[a-z])$/.test(text)) return binary("/", call("log", args), call("log", [text]));
    writing.notes.add(
      "repair",
      [base[0].at[0], base[0].at[1]],
      `${text} 打成了对数的底，读作对数的真数`,
      `${text} was typed as the base of the logarithm; read as what it is taken of`,
    );
    const node = writing.parse(base);
    if (node.kind === "name") {
      const parts = partsOf(node, writing);
      const [first, ...given] = args.map(({ text: arg }) => arg);
      return call("log", [
        `${distributionName(parts.text)}(${first}${given.length ? ` | ${given.join(", ")}` : ""})`,
      ]);
    }
  }
  if (name === "ln") return call("log", args);
  return call(name, args);
}

const isDistributionName = (node: TexNode, writing: Writing): boolean =>
  (node.kind === "name" || node.kind === "apply") &&
  /^[pPqQμνπ]$/u.test(node.kind === "name" ? node.base : node.fn.base) &&
  (node.kind === "apply" ||
    writing.roles.isDistribution(node) ||
    /^[PQ]$/.test(node.base) ||
    (/^[pq]$/.test(node.base) && writing.roles.isDistribution({ ...node, sub: undefined })));

export function writeSize(node: Extract<TexNode, { kind: "size" }>, writing: Writing): Written {
  const sub = node.sub ? tokenText(node.sub) : "";
  if (
    node.bars === "‖" &&
    /TV|^(L_?)?1$/.test(sub) &&
    node.body.kind === "binary" &&
    node.body.operator === "-" &&
    [node.body.left, node.body.right].every((side) => isDistributionName(side, writing))
  ) {
    const [p, q] = [node.body.left, node.body.right].map((side) => distributionText(side, writing));
    const distance = call("TV", [p, q]);
    return /TV/.test(sub) ? distance : binary("*", atom("2"), distance);
  }
  const body = writing.write(node.body, writing);
  const isMatrix = node.body.kind === "name" && /^[DCγΣ]$/u.test(node.body.base);
  if ((node.bars === "‖" || sub !== "") && !isMatrix)
    writing.notes.add(
      "reading",
      node.at,
      `范数按一维读作绝对值${sub === "" ? "" : `，下标 ${sub} 略去`}`,
      `a norm is read in one dimension, as the absolute value${sub === "" ? "" : `; its subscript ${sub} is left out`}`,
    );
  if (node.bars === "|" && node.body.kind === "name" && node.body.isScript)
    return atom(`n_${node.body.base}`);
  if (node.body.kind === "name" && /^[DCγ]$/.test(node.body.base)) {
    return atom(
      body.text.replace(
        /^([DCγ](?:_[\p{L}\d]+)?)(?:\[(.*)\])?$/u,
        (_, base: string, list?: string) =>
          `n_${base}${(list ?? "").replace(/[^a-z]/g, "")}${list ? `[${list}]` : ""}`,
      ),
    );
  }
  if (node.body.kind === "name" && /^Σ$/.test(node.body.base)) return call("det", [body]);
  return call("abs", [body]);
}
