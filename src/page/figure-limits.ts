import { isRecord } from "../words/is-record";

type Trace = Readonly<Record<string, unknown>>;

/** Points that a page draws in a second or two. */
const mostPoints = 40_000;
/** Numbers, words and keys of a figure's JSON. */
const mostValues = 1_000_000;
const mostCharacters = 8_000_000;

const thinnable = /^(?:scatter|scattergl|scatter3d|scatterpolar|scatterpolargl|scatterternary)$/;

const typeOf = ({ type = "scatter" }: Trace): string => String(type);
const lengthOf = (value: unknown): number => (Array.isArray(value) ? value.length : 0);
const pointsOf = ({ x, y, z, r, a }: Trace): number => Math.max(...[x, y, z, r, a].map(lengthOf));

/** Each `step`-th item of every list that has one for each point. */
function everyNth(value: unknown, points: number, step: number, depth = 0): unknown {
  if (Array.isArray(value))
    return value.length === points ? value.filter((_, i) => i % step === 0) : value;
  if (!isRecord(value) || depth > 4) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, everyNth(item, points, step, depth + 1)]),
  );
}

/** Traces with no more points than a page draws, taken evenly, and what is said of it. */
export function thinPoints(data: readonly Trace[]): {
  readonly data: readonly Trace[];
  readonly note?: string;
} {
  const traces = data.filter((trace) => thinnable.test(typeOf(trace)));
  const total = traces.reduce((sum, trace) => sum + pointsOf(trace), 0);
  if (total <= mostPoints) return { data };
  const step = Math.ceil(total / mostPoints);
  const thinned = data.map((trace) =>
    thinnable.test(typeOf(trace)) ? (everyNth(trace, pointsOf(trace), step) as Trace) : trace,
  );
  return { data: thinned, note: `共${total}个点，每${step}个画一个。` };
}

/** A width or precision in a number's format that no reader needs: 099999999 fills the memory with zeros. */
const endlessFormat = /\d{4}/;

/** Whether levels, bins, ticks or subplots have no end in sight. */
function isEndless(key: string, value: unknown): boolean {
  if (/format$|template$/i.test(key) && typeof value === "string") {
    const parts = /template$/i.test(key) ? (value.match(/%\{[^{}]*\}/g) ?? []) : [value];
    return parts.some((part) => endlessFormat.test(part.replace(/\[[^\]]*\]/g, "")));
  }
  if (/^(?:valueformat|valuesuffix|value)$/.test(key) && typeof value === "string")
    return value.length > 2000 || (key === "valueformat" && endlessFormat.test(value));
  if (/^(?:ncontours|nbins[xy]?|nticks|maxdisplayed|rows|columns|roworder)$/.test(key))
    return typeof value === "number" && value > 1000;
  if (/^(?:shapes|annotations|images|rangebreaks|updatemenus|sliders)$/.test(key))
    return lengthOf(value) > 2000;
  if (!isRecord(value)) return false;
  const { start, end, size, dtick, range } = value;
  const steps = (from: unknown, to: unknown, by: unknown): number =>
    Math.abs(Number(to) - Number(from)) / Math.abs(Number(by));
  if (typeof size === "number" && start !== undefined && end !== undefined) {
    const count = steps(start, end, size);
    if (Number.isFinite(Number(end) - Number(start)) && !(count <= 10_000)) return true;
  }
  // A log axis has ticks by the decade; a range in dates is no number.
  if (
    typeof dtick === "number" &&
    Array.isArray(range) &&
    range.every((at) => typeof at === "number")
  )
    return !(steps(range[0], range[1], dtick) <= 10_000);
  return typeof dtick === "number" && !(Math.abs(dtick) >= 1e-12);
}

/** Whether a page would be held up by a figure: too much of it, or something in it without an end. */
export function isTooMuch(figure: unknown): boolean {
  let values = 0;
  let characters = 0;
  const stack: unknown[] = [figure];
  while (stack.length > 0) {
    const value = stack.pop();
    values += 1;
    if (typeof value === "string") characters += value.length;
    if (values > mostValues || characters > mostCharacters) return true;
    if (Array.isArray(value)) {
      if (value.length > mostValues) return true;
      for (const item of value) stack.push(item);
    } else if (isRecord(value)) {
      for (const [key, item] of Object.entries(value)) {
        if (isEndless(key, item)) return true;
        stack.push(item);
      }
    }
  }
  return false;
}
