/** The open steps of an exercise, as its text shows them: `(2) ____`. */
export const exerciseBlanks = (text: string): readonly number[] =>
  [...text.matchAll(/\((\d{1,4})\) ____/g)].map(([, step]) => Number(step));

/** Whether HTML that a cell put out is a derivation with steps left open. */
export const isExerciseHtml = (html: string): boolean => /^\s*<div data-klab-exercise="/.test(html);
