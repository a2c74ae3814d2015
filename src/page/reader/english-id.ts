/** The element of a page that has its texts in English, packed. */
export const englishId = "klab-english";
