import { isRecord } from "../../../words/is-record";
import type { ToLive } from "../live-messages";

/** What a page asks of an exercise. */
export type Question = Extract<ToLive, { readonly kind: "preview" | "try" | "hint" }>;

interface Exercise {
  readonly blanks: readonly number[];
  try(step: number, text: string): object;
  hint(step: number, level: number): string;
}

/** Whether a cell's value is a derivation with steps left open. */
function isExercise(value: unknown): value is Exercise {
  const { blanks, try: attempt, hint } = (value ?? {}) as Partial<Exercise>;
  return Array.isArray(blanks) && typeof attempt === "function" && typeof hint === "function";
}

/** What is asked of the exercises that cells of a page ended with. */
export class ExerciseDesk {
  readonly #exercises = new Map<string, Exercise>();
  readonly #preview: () => ((text: string, locale: string) => object) | undefined;

  constructor(preview: () => ((text: string, locale: string) => object) | undefined) {
    this.#preview = preview;
  }

  /** Keeps a cell's value, where it is an exercise. */
  keep(cell: string, value: unknown): void {
    if (isExercise(value)) this.#exercises.set(cell, value);
    else this.#exercises.delete(cell);
  }

  /** The answer to a question; what goes wrong is an answer, too. */
  answer(question: Question): unknown {
    try {
      if (question.kind === "preview") return this.#preview()?.(question.text, "zh-CN");
      const exercise = this.#exercises.get(question.cell);
      if (!exercise) return undefined;
      const { step, text, level } = question;
      if (question.kind === "hint") return { hint: exercise.hint(step, level) };
      const found = exercise.try(step, text);
      return isRecord(found) ? found : undefined;
    } catch (error) {
      return { failure: String((error as Error | null)?.message ?? error) };
    }
  }
}
