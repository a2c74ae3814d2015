import { shapeError, valueError } from "../words/errors";

/** What is added to every count: Dirichlet's prior, by name or as a number. */
export type Smoothing = "jeffreys" | "laplace" | "perks" | number;

const rules: Readonly<Record<string, (cells: number) => number>> = {
  jeffreys: () => 1 / 2,
  laplace: () => 1,
  perks: (cells) => 1 / cells,
};

/** The number to add to every count, and the rule in words; 0 and none where no smoothing is asked for. */
export function smoothed(
  caller: string,
  smoothing: unknown,
  cells: number,
  locale: "zh-CN" | "en",
): { readonly pseudo: number; readonly words?: string } {
  if (smoothing === undefined) return { pseudo: 0 };
  const pseudo = pseudoCount(caller, smoothing, cells);
  const name = typeof smoothing === "string" ? smoothing : "Dirichlet";
  const shown = Number(pseudo.toPrecision(6));
  const words =
    locale === "en"
      ? `smoothing ${name}: ${shown} added to each of ${cells} cells of both`
      : `平滑 ${name}：两边${cells}格各加${shown}`;
  return { pseudo, words };
}

function pseudoCount(caller: string, smoothing: unknown, cells: number): number {
  const zh = '应为 "jeffreys"、"laplace"、"perks" 或 > 0 的数';
  const en = 'give "jeffreys", "laplace", "perks" or a number > 0';
  if (typeof smoothing === "string" && Object.hasOwn(rules, smoothing)) {
    return rules[smoothing](cells);
  }
  if (typeof smoothing === "number" && smoothing > 0 && smoothing <= 1e9) return smoothing;
  if (typeof smoothing === "number" || typeof smoothing === "string") {
    const given = typeof smoothing === "string" ? JSON.stringify(smoothing) : String(smoothing);
    throw valueError(
      caller,
      `options.smoothing 是 ${given}，${zh}`,
      `options.smoothing is ${given}; ${en}`,
    );
  }
  const given = smoothing === null ? "null" : typeof smoothing;
  throw shapeError(
    caller,
    `options.smoothing ${zh}，给的是 ${given}`,
    `options.smoothing: ${en}, got ${given}`,
  );
}
