/** What is wrong with a column and what to do, with the column's name, in both languages. */
export const columnProblem = (name: string, zh: string, en: string): string =>
  `列 ${JSON.stringify(name)}：${zh} / column ${JSON.stringify(name)}: ${en}`;
