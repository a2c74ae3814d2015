import type { JointOfMany } from "../joints/joint-of-many";
import type { CallTerm, Term } from "../language/term";
import { argument } from "./call-arguments";
import { failKind, type Num, numberOf, type Site } from "./context";
import type { DistributionSource } from "./resolve";

/** Which variable of a table each argument is a value of, by its name. */
function named(
  terms: readonly Term[],
  names: readonly (string | undefined)[] | undefined,
  table: JointOfMany,
  call: { readonly name: string; readonly at: number },
  site: Site,
): readonly (readonly [variable: string, value: Term])[] {
  return terms.map((term, i) => {
    const typed = term.kind === "name" || term.kind === "index" ? term.name : "";
    const name = names?.[i] ?? typed;
    if (table.variables.includes(name)) return [name, term];
    throw failKind(
      site,
      call.at,
      `${call.name} 的变量是 ${table.variables.join("、")}，没有 ${name || "这一个"}；写成 ${call.name}(x=…)`,
      `${call.name} has the variables ${table.variables.join(", ")}, not ${name || "this"}; write ${call.name}(x=…)`,
    );
  });
}

const mapOf = (pairs: readonly (readonly [string, Num])[]): ReadonlyMap<string, number> =>
  new Map(pairs.map(([name, value]) => [name, value()]));

/** p(x, y, z), p(x, y), p(x | y, z) of a table of many variables. */
export function compileTableEntry(
  term: CallTerm,
  table: JointOfMany,
  site: Site,
  log: boolean,
): Num {
  const compiled = (pairs: readonly (readonly [string, Term])[]): (readonly [string, Num])[] =>
    pairs.map(([name, value]) => [name, argument(value, site)]);
  const values = compiled(named(term.values, term.names, table, term, site));
  const given = compiled(named(term.given, undefined, table, term, site));
  const entry = (): number => {
    const condition = mapOf(given);
    const both = table.probability(new Map([...condition, ...mapOf(values)]));
    return given.length === 0 || both === 0 ? both : both / table.probability(condition);
  };
  return log ? () => Math.log(entry()) : entry;
}

/** p(x), p(· | y) of a table in the place of a distribution: of one of its variables. */
export function compileTableSource(
  term: Term & { readonly name: string },
  table: JointOfMany,
  site: Site,
  variable: string | undefined,
): DistributionSource {
  const call = term.kind === "call" ? term : undefined;
  const typed = (call?.values ?? []).flatMap((value) =>
    value.kind === "name" ? [value.name] : [],
  );
  const wanted = [typed.length === 1 ? typed[0] : undefined, variable].find(
    (name) => name !== undefined && table.variables.includes(name),
  );
  if (wanted === undefined || typed.length > 1)
    throw failKind(
      site,
      term.at,
      `${term.name} 的变量是 ${table.variables.join("、")}，写明是哪一个的分布`,
      `${term.name} has the variables ${table.variables.join(", ")}; say which one is meant`,
    );
  const given = named(call?.given ?? [], undefined, table, term, site).map(
    ([name, value]) => [name, numberOf(value, site)] as const,
  );
  if (given.length === 0) {
    const own = table.conditional(wanted, new Map());
    return () => own;
  }
  return () => table.conditional(wanted, mapOf(given));
}
