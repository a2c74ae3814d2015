import { isRecord } from "../../words/is-record";
import type { FromLive, LiveFailure, LiveOutput } from "./live-messages";

/** Characters of one message: a figure of a few thousand points, and no more than a page takes at once. */
export const longestMessage = 4_000_000;

const isText = (value: unknown): value is string => typeof value === "string";

function checkedOutput(value: unknown): LiveOutput | undefined {
  if (!isRecord(value)) return undefined;
  const { kind, name, text, data, displayId, update } = value;
  if (kind === "stream" && (name === "stdout" || name === "stderr") && isText(text)) {
    return { kind, name, text };
  }
  if (kind !== "display" || !isRecord(data)) return undefined;
  return {
    kind,
    data,
    ...(isText(displayId) ? { displayId: displayId.slice(0, 200) } : {}),
    ...(update === true ? { update } : {}),
  };
}

function checkedFailure(value: unknown): LiveFailure | undefined {
  if (!isRecord(value)) return undefined;
  const { name, message, line } = value;
  return {
    name: String(name ?? "").slice(0, 100),
    message: String(message ?? "").slice(0, 20_000),
    ...(typeof line === "number" && Number.isSafeInteger(line) && line > 0 ? { line } : {}),
  };
}

/** Reads what a Worker tells as if an enemy had written it; undefined where it is nothing that cells tell. */
export function checkMessage(text: unknown): FromLive | undefined {
  if (!isText(text) || text.length > longestMessage) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isRecord(value)) return undefined;
  const { kind, id, output, failure, script, answer } = value;
  if (kind === "need" && isText(script)) return { kind, script };
  if (typeof id !== "number") return undefined;
  if (kind === "answer") return { kind, id, answer };
  if (kind === "done") {
    const checked = checkedFailure(failure);
    return { kind, id, ...(checked ? { failure: checked } : {}) };
  }
  const checked = kind === "output" ? checkedOutput(output) : undefined;
  return checked ? { kind: "output", id, output: checked } : undefined;
}
