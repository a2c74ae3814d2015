import { createHash } from "node:crypto";
import type { ColumnCase } from "./column-cases";

/** label → [how often in p, how often in q], of the cells that occur: counted from the rows without an engine. */
export type PlainCounts = ReadonlyMap<string, readonly [number, number]>;

const bytes = new TextEncoder();
const byBytes = (a: string, b: string): number => Buffer.compare(bytes.encode(a), bytes.encode(b));

export function plainCounts(one: ColumnCase, rest: string): PlainCounts {
  const labelOf = one.kind === "numeric" ? numericLabel(one) : keyedLabel(one, rest);
  const counts = new Map<string, [number, number]>();
  for (const [side, rows] of [one.p, one.q].entries()) {
    for (const value of rows) {
      const label = value === null ? "∅" : labelOf(value);
      const pair = counts.get(label) ?? [0, 0];
      pair[side] += 1;
      counts.set(label, pair);
    }
  }
  return counts;
}

function numericLabel({ p, cells }: ColumnCase): (value: string) => string {
  const finite = p.flatMap((value) =>
    value !== null && Number.isFinite(Number(value)) ? [Number(value)] : [],
  );
  finite.sort((a, b) => a - b);
  const k = cells?.count ?? 10;
  const cuts =
    cells?.edges ??
    (finite.length === 0
      ? []
      : Array.from({ length: k - 1 }, (_, i) => {
          // The least value that at least (i + 1)/k of all do not exceed.
          const reached = finite.findIndex((_, at) => (at + 1) * k >= finite.length * (i + 1));
          return finite[reached] + 0;
        }));
  const ends = [...new Set(cuts)];
  const isSpike = (at: number): boolean => cuts.filter((cut) => cut === at).length > 1;
  const shown = (at: number): string => String(at).replaceAll("-", "−");
  return (value) => {
    const x = Number(value);
    if (Number.isNaN(x)) return "NaN";
    if (!Number.isFinite(x)) return x > 0 ? "∞" : "−∞";
    if (ends.some((at) => at === x && isSpike(at))) return `{${shown(x + 0)}}`;
    const above = ends.filter((at) => at < x).at(-1);
    const below = ends.find((at) => at >= x);
    const low = above === undefined ? "(−∞" : `(${shown(above)}`;
    const high = below === undefined ? "∞)" : `${shown(below)}${isSpike(below) ? ")" : "]"}`;
    return `${low}, ${high}`;
  };
}

function keyedLabel(one: ColumnCase, rest: string): (value: string) => string {
  const isDouble =
    one.kind === "category" && typeof one.type === "object" && /^DOUBLE/.test(one.type.DuckDB);
  const key = one.kind === "time" ? timeStart(one) : isDouble ? asNumber : shortened;
  const top = one.cells?.top ?? (one.kind === "category" ? 20 : 200);
  const kept = new Set(
    [one.p, one.q].flatMap((rows) => {
      const counts = new Map<string, number>();
      for (const value of rows) {
        if (value !== null) counts.set(key(value), (counts.get(key(value)) ?? 0) + 1);
      }
      return [...counts]
        .sort((a, b) => b[1] - a[1] || byBytes(a[0], b[0]))
        .slice(0, top)
        .map(([name]) => name);
    }),
  );
  return (value) => (kept.has(key(value)) ? key(value) : rest);
}

/** −0 is 0, and every way to write a number the same. */
const asNumber = (value: string): string => String(Number(value) + 0);

function shortened(value: string): string {
  const characters = [...value];
  if (characters.length <= 200) return value;
  return `${characters.slice(0, 100).join("")}…${createHash("md5").update(value).digest("hex")}`;
}

const units = {
  second: 1,
  minute: 60,
  hour: 3600,
  day: 86_400,
  week: 604_800,
  month: 2_629_746,
  quarter: 7_889_238,
  year: 31_556_952,
};

function timeStart({ p, q, cells }: ColumnCase): (value: string) => string {
  const parse = (value: string): Date =>
    new Date(
      value.length > 10 ? value.replace(" ", "T").replace("+00", "Z") : `${value}T00:00:00Z`,
    );
  const all = [...p, ...q].flatMap((value) =>
    value === null ? [] : [parse(value).getTime() / 1000],
  );
  const span = Math.max(...all) - Math.min(...all);
  const names = Object.keys(units) as (keyof typeof units)[];
  const unit = cells?.unit ?? names.find((name) => span / units[name] <= 40) ?? "year";
  return (value) => {
    const at = parse(value);
    at.setUTCMilliseconds(0);
    if (unit !== "second") at.setUTCSeconds(0);
    if (unit !== "second" && unit !== "minute") at.setUTCMinutes(0);
    if (units[unit] < units.day) return at.toISOString().slice(0, 19).replace("T", " ");
    at.setUTCHours(0);
    if (unit === "week") at.setUTCDate(at.getUTCDate() - ((at.getUTCDay() + 6) % 7));
    if (units[unit] > units.week) at.setUTCDate(1);
    if (unit === "quarter") at.setUTCMonth(at.getUTCMonth() - (at.getUTCMonth() % 3));
    if (unit === "year") at.setUTCMonth(0);
    return at.toISOString().slice(0, 10);
  };
}
