/** Signs that no side of a relation may hold. */
export const relationSigns: readonly string[] = [
  "=",
  "≥",
  "≤",
  "≈",
  "≠",
  "≪",
  "≫",
  "∝",
  ":=",
  "<",
  ">",
  "~",
  "∈",
  "→",
  "⇒",
];
