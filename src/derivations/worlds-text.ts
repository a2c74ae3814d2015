import type { Locale } from "../words/locale";
import { namesOf } from "./compile-program";
import type { Compiled } from "./compiled";
import { descriptionOf } from "./described-function";
import { jointText } from "./joint-text";
import { isJoint } from "./joints/joint";
import { isJointOfMany, type NestedTable } from "./joints/joint-of-many";
import { canonicalName } from "./language/lexicon";
import type { Term } from "./language/term";
import { contains } from "./language/walk";
import type { ScopeValue, World } from "./world";
import { worldName } from "./world-name";

/** A line for each world: what the names that the chain uses stand for there, so that its numbers can be found again. */
export function worldsText({ lines, programs }: Compiled, locale: Locale): readonly string[] {
  return programs.map(({ context }) => {
    const { world } = context;
    const used = new Set(lines.flatMap(({ term }) => [...namesOf(term, context)]));
    for (const name of context.samples.keys()) {
      const from = world.sample?.[name]?.from;
      if (used.has(name) && typeof from === "string") used.add(canonicalName(from));
    }
    // I(x; y) names variables, not the table they belong to.
    const isOfVariables = lines.some(({ term }) => contains(term, isOfTable));
    for (const [name, value] of Object.entries(world.scope))
      if (isOfVariables && (isJoint(value) || isJointOfMany(value))) used.add(canonicalName(name));
    return `${worldName(world.name, locale)}: ${worldText(world, used)}`;
  });
}

const isOfTable = (term: Term): boolean => term.kind === "information" || term.kind === "entropy";

function worldText({ scope, sample, grid }: World, used: ReadonlySet<string>): string {
  const isUsed = ([name]: readonly [string, unknown]): boolean => used.has(canonicalName(name));
  return [
    ...Object.entries(scope)
      .filter(isUsed)
      .map(([name, value]) => valueText(name, value)),
    ...Object.entries(sample ?? {})
      .filter(isUsed)
      .map(([name, { from, size }]) => `${name}[1 … ${size}] ~ ${String(from)}`),
    ...Object.entries(grid ?? {})
      .filter(isUsed)
      .map(([name, values]) => `${name} = ${values.map(digits).join(", ")}`),
  ].join("; ");
}

const digits = (value: number): string => String(Number(value.toPrecision(12)));

function valueText(name: string, value: ScopeValue): string {
  if (typeof value === "function")
    return descriptionOf(value, name) ?? `${name} = ${sourceOf(value)}`;
  if (isJoint(value)) return jointText(jointName(name), value);
  if (isJointOfMany(value))
    return `${jointName(name)}(${value.variables.join(", ")}) = ${tableText(value.table)}`;
  if (typeof value === "number") return `${name} = ${digits(value)}`;
  if (Array.isArray(value) || ArrayBuffer.isView(value)) {
    return `${name} = [${entriesText(value as ArrayLike<number>)}]`;
  }
  return `${name} = ${String(value)}`;
}

/** The table of which a formula names only the variables has a name that no reader knows. */
const jointName = (name: string): string => (name === "J_0" ? "p" : name);

const tableText = (table: NestedTable): string =>
  `[${table.map((part) => (typeof part === "number" ? String(Number(part.toPrecision(6))) : tableText(part))).join(", ")}]`;

const mostEntries = 8;

/** The first entries of a long array, and how many there are. */
function entriesText(values: ArrayLike<number>): string {
  const shown = Array.from(values, digits);
  if (shown.length <= mostEntries + 4) return shown.join(", ");
  return `${shown.slice(0, mostEntries).join(", ")}, … (${shown.length})`;
}

/** As its author wrote it, but for what a compiler makes of imported names and of letters beyond ASCII. */
function sourceOf(f: (...values: number[]) => unknown): string {
  return String(f)
    .replace(/\\u([0-9a-fA-F]{4})/g, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    )
    .replace(/\(0,\s*[\w$]+\.([\p{L}\w$]+)\)/gu, "$1")
    .replace(/\b(?:exports|[\w$]+_(?:js_)?\d+)\.(?=[\p{L}_$])/gu, "")
    .replace(/\s+/g, " ");
}
