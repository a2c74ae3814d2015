import { plotlyMime } from "../../src/display/mime";
import { joinText, type MultilineText, type Output } from "../../src/notebook/nbformat";

const number = /[-−]?\d+(?:\.\d+)?(?:e[-+]?\d+)?/gi;

const parsed = (text: string): number => Number(text.replace("−", "-"));

/** Equal, or the same words around numbers that agree to 1e-9: engines differ in the last bits of log and exp. */
export function sameText(one: string, other: string): boolean {
  if (one === other) return true;
  if (one.replace(number, "#") !== other.replace(number, "#")) return false;
  const theirs = other.match(number) ?? [];
  return (one.match(number) ?? []).every((text, i) => sameNumber(parsed(text), parsed(theirs[i])));
}

const sameNumber = (one: number, other: number): boolean =>
  Object.is(one, other) ||
  Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one), Math.abs(other));

/** As `sameText`, for JSON. */
export function sameJson(one: unknown, other: unknown): boolean {
  if (typeof one === "number" && typeof other === "number") return sameNumber(one, other);
  if (typeof one === "string" && typeof other === "string") return sameText(one, other);
  if (typeof one !== "object" || typeof other !== "object" || !one || !other) return one === other;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) =>
      sameJson((one as Record<string, unknown>)[key], (other as Record<string, unknown>)[key]),
    )
  );
}

/** What differs between two outputs of a cell that should be the same; undefined if nothing does. */
export function outputDifference(
  stored: readonly Output[],
  fresh: readonly Output[],
): string | undefined {
  if (stored.length !== fresh.length) return `${stored.length} outputs, now ${fresh.length}`;
  for (const [i, one] of stored.entries()) {
    const other = fresh[i];
    if (one.output_type === "stream" && other.output_type === "stream") {
      if (!sameText(joinText(one.text), joinText(other.text))) {
        return `output ${i}: ${joinText(one.text)} … now ${joinText(other.text)}`;
      }
    } else if ("data" in one && "data" in other) {
      const mimes = [plotlyMime, "text/plain", "text/latex"].filter((type) => type in one.data);
      const changed = mimes.find(
        (type) => !sameJson(plain(one.data[type]), plain(other.data[type])),
      );
      if (changed) return `output ${i}: ${changed} has changed`;
    } else if (one.output_type !== other.output_type) {
      return `output ${i}: ${one.output_type}, now ${other.output_type}`;
    }
  }
  return undefined;
}

/** nbformat stores text as lines or as one string. */
function plain(value: unknown): unknown {
  const isLines = Array.isArray(value) && value.every((line) => typeof line === "string");
  return isLines || typeof value === "string" ? joinText(value as MultilineText) : value;
}
