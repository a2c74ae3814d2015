import { expect, test } from "vitest";
import type { Cell } from "../../src/notebook/nbformat";
import { smallSource, trainingMarks, trainingProblem } from "../../src/notebook/training-marks";

const cellOf = (metadata: object, source = "const steps = 780;\nlet rate = 0.1;"): Cell => ({
  cell_type: "code",
  source,
  metadata: metadata as Cell["metadata"],
  execution_count: null,
  outputs: [],
});

const good = {
  metrics: { loss: [0, 0.5], "D(p‖q)": [-1, -1] },
  small: { steps: 60 },
  smallMetrics: { loss: [0, 2] },
};

test.each([
  ["inside klab", { klab: { ...good, timeout: 9 } }],
  [
    "with dots",
    {
      "klab.metrics": good.metrics,
      "klab.small": good.small,
      klab: { smallMetrics: good.smallMetrics },
    },
  ],
])("metrics, small values and their bands are read %s", (_, metadata) => {
  const cell = cellOf(metadata);
  expect(trainingProblem(cell)).toBeUndefined();
  expect(trainingMarks(cell)).toEqual(good);
  expect(smallSource(cell)).toBe("const steps = 60;\nlet rate = 0.1;");
});

test("a cell that says nothing has no marks, and its code is its own", () => {
  expect(trainingMarks(cellOf({ klab: { timeout: 3 } }))).toEqual({});
  expect(smallSource(cellOf({}))).toBe("const steps = 780;\nlet rate = 0.1;");
});

test.each([
  [{ metrics: {} }, "at least one"],
  [{ metrics: [] }, "at least one"],
  [{ metrics: "loss" }, "at least one"],
  [{ metrics: { "": [0, 1] } }, "at least one"],
  [{ metrics: { loss: [1, 0] } }, "klab.metrics: loss"],
  [{ metrics: { loss: [0] } }, "low at most high"],
  [{ metrics: { loss: [0, "1"] } }, "low at most high"],
  [{ metrics: { loss: [0, null] } }, "low at most high"],
  [{ smallMetrics: { loss: 1 } }, "klab.smallMetrics: loss"],
  [{ small: {} }, "all finite"],
  [{ small: { steps: "60" } }, "all finite"],
  [{ small: { steps: null } }, "all finite"],
  [{ small: { steps: 60, rate: 1, width: 2 } }, "does not declare const rate, width = number;"],
  [{ metric: { loss: [0, 1] } }, "klab.metrics was probably meant"],
  [{ Small: { steps: 1 } }, "klab.small was probably meant"],
  [{ small_metrics: { loss: [0, 1] } }, "klab.smallMetrics was probably meant"],
])("%j is malformed, and it is said how", (klab, says) => {
  expect(trainingProblem(cellOf({ klab }))).toContain(says);
  expect(trainingMarks(cellOf({ klab }))).toEqual({});
});

test("text has no metrics", () => {
  const cell: Cell = { ...cellOf({ klab: good }), cell_type: "markdown" };
  expect(trainingProblem(cell)).toContain("code cells only");
});
