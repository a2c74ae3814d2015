import { overOf } from "../roles";
import type { ExpectationNode, TexNode } from "../tex-node";
import { isSign, type TexToken } from "../tex-token";
import { splitOutside, tokenText } from "../token-scan";
import { argumentIn, criticArguments, lower, sampleIndex, variableIn } from "./inside-body";
import { distributionText } from "./write-distributions";
import { type Writing, within } from "./writing";
import { call, type Written } from "./written";

/** E over a distribution that is typed in one of many ways, or supposed. */
export function writeExpectation(node: ExpectationNode, writing: Writing): Written {
  const sub = node.sub ?? [];
  const pairs = splitOutside(sub, (token) => isSign(token, ",")).filter((part) =>
    part.some((token) => isSign(token, "~")),
  );
  if (pairs.length > 1) {
    // E_{x~P, y~Q(·|x)}: one in another.
    const [first, ...rest] = pairs;
    const sub = rest.flatMap((part, i) => (i > 0 ? [comma(part), ...part] : part));
    const outer = writeExpectation({ ...node, sub: first, body: { ...node, sub } }, writing).text;
    // E(x ~ P, E(y ~ Q, …)) as one: E(x ~ P, y ~ Q, …).
    return { text: outer.replace(/^(E\(.*?, )E\((.*)\)\)$/s, "$1$2)"), binds: 5 };
  }
  const [left, right] = splitOutside(sub, (token) => isSign(token, "~"));
  if (right) {
    const over = writing.parse(right);
    const [before] = splitOutside(
      left.flatMap((token) => (isSign(token, "(", ")") ? [] : [token])),
      (token) => isSign(token, "|"),
    );
    const variables = splitOutside(before, (token) => isSign(token, ",")).map((part) =>
      lower(tokenText(part)),
    );
    return expected(variables, distributionText(over, writing), node.body, writing);
  }
  const over = node.over ?? (overOf(sub) ? writing.parse(sub) : undefined);
  if (over) {
    const values = over.kind === "apply" ? over.values : [];
    const own = values.flatMap((value) =>
      value.kind === "name" && !value.sub ? [lower(value.base)] : [],
    );
    const variable = own[0] ?? argumentIn(node.body, writing) ?? "x";
    const joint = own.length > 0 ? undefined : criticArguments(node.body);
    return expected(joint ?? [variable], distributionText(over, writing), node.body, writing);
  }
  const given = lower(tokenText(sub));
  const variable =
    /^[a-zθφωτ]$/.test(given) && given !== "t"
      ? given
      : (argumentIn(node.body, writing) ?? variableIn(node.body) ?? "x");
  const fn = writing.roles.distributionOf(variable) ?? writing.roles.usual;
  const isFit =
    writing.scope.find("#optimum") !== undefined && fn?.kind === "apply" && fn.given.length > 0;
  const text = isFit ? "P_data" : fn ? distributionText(fn, writing) : "P";
  writing.notes.add(
    "reading",
    node.at,
    `期望没写对谁取，读作 ${variable} ~ ${text}`,
    `the expectation does not say over what; read as ${variable} ~ ${text}`,
  );
  return expected([variable], text, node.body, writing, sampleIndex(node.body));
}

const comma = (part: readonly TexToken[]): TexToken => ({
  kind: "sign",
  text: ",",
  at: part[0].at,
  gap: false,
});

function expected(
  variables: readonly string[],
  over: string,
  body: TexNode,
  writing: Writing,
  index?: string,
): Written {
  let { scope } = writing;
  for (const variable of variables)
    scope = scope.with(variable, index ? { kind: "value", index } : { kind: "variable" });
  const names = variables.length > 1 ? `(${variables.join(", ")})` : variables[0];
  return call("E", [`${names} ~ ${over}`, writing.write(body, within(writing, scope))]);
}
