import { runInThisContext } from "node:vm";
import * as klab from "../../src";
import * as klabDerivation from "../../src/derivations";
import * as klabLearn from "../../src/learning";
import { type Cell, joinText } from "../../src/notebook/nbformat";
import { CellRunner } from "../../src/page/live/evaluate/cell-runner";
import type { FromLive } from "../../src/page/live/live-messages";

/**
 * What the last of `cells` prints when they run as in a page: by the runner of pages, without a kernel and its types.
 *
 * @throws Error if one of them fails
 */
export async function runAsPage(cells: readonly Cell[]): Promise<string> {
  const heard: FromLive[] = [];
  const { console: real } = globalThis;
  const runner: CellRunner = new CellRunner({
    scope: Object.assign(globalThis, { klab, klabDerivation, klabLearn }),
    now: () => 0, // what is printed comes in one piece
    post: (message) => void heard.push(message),
    evaluate: (text, file) => void runInThisContext(text, { filename: file }),
  });
  globalThis.console = runner.console as unknown as Console;
  try {
    for (const [i, cell] of cells.entries()) {
      heard.length = 0;
      await runner.run(1, String(i), joinText(cell.source));
      const failure = heard.flatMap((one) =>
        one.kind === "done" && one.failure ? [one.failure] : [],
      )[0];
      if (failure) throw new Error(`cell ${i + 1}: ${failure.message}\n${joinText(cell.source)}`);
    }
  } finally {
    globalThis.console = real;
  }
  return heard
    .map((one) => (one.kind === "output" && one.output.kind === "stream" ? one.output.text : ""))
    .join("");
}
