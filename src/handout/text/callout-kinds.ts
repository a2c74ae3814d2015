/** A passage set apart. */
export interface CalloutKind {
  readonly name: string;
  /** Its title where the text gives none, and the bold first words that make a quotation one. */
  readonly words: readonly string[];
  /** True for what a reader opens, or may close. */
  readonly folds?: "open" | "closed";
}

/** Every kind, by the name that follows `:::`. */
export const calloutKinds: readonly CalloutKind[] = [
  { name: "erratum", words: ["勘误"] },
  { name: "bet", words: ["先预测", "预测"] },
  { name: "hint", words: ["提示"], folds: "closed" },
  { name: "exercise", words: ["练习", "习题"], folds: "open" },
  { name: "note", words: ["注意", "注", "说明"] },
  { name: "term", words: ["术语"] },
  { name: "definition", words: ["定义"] },
  { name: "theorem", words: ["定理", "命题", "引理", "推论"] },
  { name: "proof", words: ["证明", "推导"] },
  { name: "example", words: ["例"] },
  { name: "summary", words: ["小结"] },
  { name: "warning", words: ["警告", "当心"] },
];

export function calloutByName(name: string): CalloutKind | undefined {
  return calloutKinds.find((kind) => kind.name === name);
}

/** The kind that a quotation's bold first words announce: 勘误 E12, 预测, 例 3. */
export function calloutByWords(bold: string): CalloutKind | undefined {
  const text = bold.trim();
  return calloutKinds.find(({ words }) =>
    words.some(
      (word) => text.startsWith(word) && !/^\p{Script=Han}/u.test(text.slice(word.length)),
    ),
  );
}
