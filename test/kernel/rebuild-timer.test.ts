import { createRequire } from "node:module";
import { expect, test } from "vitest";

interface System {
  setTimeout?: (callback: () => void) => unknown;
  clearTimeout?: (timer: unknown) => void;
}

const { tolerateTimers } = createRequire(__filename)(
  "../../src/kernel/kernel-rebuild-timer.cjs",
) as { tolerateTimers(sys: System): void };

/** tslab's stand-in for timers, as its converter.js has it. */
function tslabSystem(sys: System): { system: Required<System>; pending: () => unknown } {
  let timer: { callback: () => void } | null = null;
  const system: System = Object.create(sys);
  system.setTimeout = (callback) => {
    if (timer) throw new Error("Unexpected pending rebuildTimer");
    timer = {
      callback: () => {
        callback();
        timer = null;
      },
    };
    return timer;
  };
  system.clearTimeout = (other) => {
    if (timer !== other) throw new Error("clearing unexpected timer");
    timer = null;
  };
  return { system: system as Required<System>, pending: () => timer };
}

test("a second timer takes the place of the first, and the first may still be cleared", () => {
  const sys: System = { setTimeout: () => 1, clearTimeout: () => {} };
  tolerateTimers(sys);
  const { system, pending } = tslabSystem(sys);
  const first = system.setTimeout(() => {});
  const second = system.setTimeout(() => {});
  expect(pending()).toBe(second);
  system.clearTimeout(first);
  expect(pending()).toBe(second);
  system.clearTimeout(second);
  expect(pending()).toBe(null);
});

test("a rebuild that threw does not stop the next one", () => {
  const sys: System = { setTimeout: () => 1, clearTimeout: () => {} };
  tolerateTimers(sys);
  const { system } = tslabSystem(sys);
  const failing = system.setTimeout(() => {
    throw new RangeError("Maximum call stack size exceeded");
  }) as { callback: () => void };
  expect(() => failing.callback()).toThrow(RangeError);
  let isRun = false;
  const next = system.setTimeout(() => (isRun = true)) as { callback: () => void };
  next.callback();
  expect(isRun).toBe(true);
});

test("sys itself keeps its timers, and what derives from it without its own has them", () => {
  const sys: System = { setTimeout: () => "system's", clearTimeout: () => {} };
  tolerateTimers(sys);
  expect(sys.setTimeout?.(() => {})).toBe("system's");
  const derived: System = Object.create(sys);
  expect(derived.setTimeout?.(() => {})).toBe("system's");
});
