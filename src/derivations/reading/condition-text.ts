import { canonicalName } from "../language/lexicon";

const signs: Readonly<Record<string, string>> = {
  neq: "≠",
  ne: "≠",
  leq: "≤",
  le: "≤",
  geq: "≥",
  ge: "≥",
  lt: "<",
  gt: ">",
  in: "∈",
};

/** The condition of a case as the language writes it: without "if", with signs and letters for commands. */
export function conditionText(tex: string): string {
  return tex
    .replace(/\\([a-zA-Z]+)/g, (_, name: string) => signs[name] ?? canonicalName(name))
    .replace(/^[,，\s]*(if|when|for|where|当|若|如果)(?![a-z])\s*/i, "")
    .replace(/^[,，\s]*(if)(?=[θφα-ω])/i, "")
    .replace(/\s*(?:if|when|for|当|若|如果|时)\s*$/u, "")
    .replace(/\s*(≠|≤|≥|<|>|=|∈)\s*/g, " $1 ")
    .replace(/\s+/g, " ")
    .replace(/[,，.。;；时]+$/u, "")
    .trim();
}
