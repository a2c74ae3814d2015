/** What became of a formula: whether its claims hold or nothing could be told, whether it only defines, was understood. */
export type FormulaStatus = "holds" | "fails" | "undecided" | "defines" | "unchecked" | "unread";
