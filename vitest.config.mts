import { availableParallelism } from "node:os";
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

/** What each project needs; the number of workers is all of theirs, so that --maxWorkers still says it. */
const each = { testTimeout: 60_000, hookTimeout: 120_000 };

export default defineConfig({
  test: {
    // Two, also on two cores, where Vitest would take one: most of the time goes by in kernels and browsers.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    reporters: ["default"],
    sequence: { sequencer: LongestFirst },
    projects: [
      { test: { ...each, name: "apart", include: apart, isolate: true } },
      {
        test: {
          ...each,
          name: "shared",
          // Not by `exclude`, which --exclude would not be added to.
          include: ["test/**/*.test.ts", ...apart.map((file) => `!${file}`)],
          // A worker reads each module once, not once a test file: a minute of all. Nothing keeps state at import.
          isolate: false,
        },
      },
    ],
  },
});
