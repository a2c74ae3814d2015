/** Characters a result may have: what 50 traces of 1000 points need, and no more than a page takes at once. */
export const longestResult = 2_000_000;
