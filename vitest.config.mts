import { availableParallelism, totalmem } from "node:os";
import { relative } from "node:path";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { secondsOf, testsApart } from "./test/fast-tests.mjs";

const apart = testsApart();

const seconds = ({ moduleId }: TestSpecification): number =>
  secondsOf(relative(import.meta.dirname, moduleId).replaceAll("\\", "/"));

/** The longest first, so that no worker is idle while another is still at it; workers of their own before the shared. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isShared = ({ project }: TestSpecification): number => Number(!project.config.isolate);
    return [...files].sort((a, b) => isShared(a) - isShared(b) || seconds(b) - seconds(a));
  }
}

/** What each project needs. A state of a page that is waited for may take a machine's pause: a second was too little. */
const each = {
  testTimeout: 60_000,
  hookTimeout: 300_000,
  expect: { poll: { timeout: 15_000 } },
};

// Two, also on two cores, where Vitest would take one.
const workers = Math.max(2, availableParallelism() - 1);

/**
 * Of what opens kernels and browsers one more at a time: a third of its time it waits for them, for time-outs, for what
 * moves on a page. Where memory is short, or --maxWorkers says how many, it is as many as of the others.
 */
const isSaid = process.argv.some((argument) => /^--(?:max-workers|maxWorkers)\b/.test(argument));
const workersApart = isSaid || totalmem() < 6e9 ? {} : { maxWorkers: workers + 1 };

export default defineConfig({
  test: {
    maxWorkers: workers,
    reporters: ["default", "./test/second-tries.mjs"],
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          ...each,
          ...workersApart,
          name: "apart",
          // What waits for other processes may meet a machine's pause: once more, and second-tries.mjs names it.
          retry: 1,
          include: apart,
          isolate: true,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          ...each,
          name: "shared",
          // Not by `exclude`, which --exclude would not be added to.
          include: ["test/**/*.test.ts", ...apart.map((file) => `!${file}`)],
          // A worker reads each module once, not once a test file: a minute of all. Nothing keeps state at import.
          isolate: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
