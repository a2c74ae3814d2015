import { spawnSync } from "node:child_process";
import { buildSync } from "esbuild";
import { afterEach, describe, expect, test } from "vitest";
import { progress } from "../../src";
import * as learn from "../../src/learning";
import { interruptCheck } from "../../src/words/interrupt-check";

/** As tslab listens: the process is not ended. */
const kernel = (): void => {};
const interrupt = (): boolean => process.emit("SIGINT");
const alone = process.listeners("SIGINT");
afterEach(() => process.off("SIGINT", kernel));

test("a check throws once an interrupt came after it was made, and not one that was made later", () => {
  process.on("SIGINT", kernel);
  const before = interruptCheck("work");
  before();
  interrupt();
  expect(before).toThrow(/^work: 被中断.* \/ interrupted/);
  const after = interruptCheck("work");
  after();
  interrupt();
  expect(after).toThrow("work");
});

const rows = [
  [0, 1],
  [1, 0],
];
const trainings: Record<string, () => AsyncGenerator<{ step: number }>> = {
  trainVae: () => learn.trainVae(rows),
  trainGan: () => learn.trainGan(rows),
  trainGenerator: () => learn.trainGenerator(rows),
  trainDiscriminator: () => learn.trainDiscriminator(rows, rows),
  trainFocal: () => learn.trainFocal(rows, rows),
  trainPolicy: () => learn.trainPolicy([1, 0]),
  trainPosterior: () =>
    learn.trainPosterior((z) => learn.multiply(-0.5, learn.sum(learn.square(z), { axis: 1 }))),
};

describe("an interrupted training ends at its next step, by an error that names it", () => {
  test.each(Object.keys(trainings))("%s", async (name) => {
    process.on("SIGINT", kernel);
    const seen: number[] = [];
    const run = async (): Promise<void> => {
      for await (const { step } of trainings[name]()) {
        seen.push(step);
        if (step === 2) interrupt();
      }
    };
    await expect(run()).rejects.toThrow(new RegExp(`^${name}: 被中断`));
    expect(seen).toEqual([1, 2]);
  });

  test("and so does a loop with progress that awaits; its line says where", async () => {
    process.on("SIGINT", kernel);
    const lines: unknown[] = [];
    const adapter = ({ data }: { data: Record<string, unknown> }): boolean => {
      lines.push(data["text/plain"]);
      return true;
    };
    const run = async (): Promise<void> => {
      for (const i of progress(9, "慢", { adapters: [adapter as never] })) {
        await Promise.resolve();
        if (i === 3) interrupt();
      }
    };
    await expect(run()).rejects.toThrow("progress: 被中断");
    expect(lines[lines.length - 1]).toMatch(/慢 .* 4\/9 中止/);
  });
});

test("where nobody else listens, an interrupt ends the process as ever", () => {
  const [{ text }] = buildSync({
    stdin: { contents: 'export * from "./src/words/interrupt-check"', resolveDir: "." },
    bundle: true,
    write: false,
    format: "iife",
    globalName: "made",
  }).outputFiles;
  const ends = (program: string) =>
    spawnSync(process.execPath, ["-e", `${text}\n${program}`], { timeout: 30_000 }).signal;
  const signal = 'process.kill(process.pid, "SIGINT"); setTimeout(() => {}, 20_000);';
  expect(ends(`made.interruptCheck("work"); ${signal}`)).toBe("SIGINT");
  // Another listener that has gone again, as a question on the terminal has one.
  const gone = `const other = () => {}; process.on("SIGINT", other);
made.interruptCheck("work"); process.off("SIGINT", other);`;
  expect(ends(`${gone} ${signal}`)).toBe("SIGINT");
  expect(process.listeners("SIGINT").length).toBeLessThanOrEqual(alone.length + 1);
});
