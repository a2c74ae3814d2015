/** A chapter of the Analects. */
export interface Chapter {
  /** The chapter's name, its first words: 学而. */
  readonly name: string;
  /** What is told in it, each a text of its own. */
  readonly paragraphs: readonly string[];
}

/** The first ten chapters of the Analects (论语), 267 paragraphs, for models of language: 学而 to 乡党. */
export const analects: readonly Chapter[];
