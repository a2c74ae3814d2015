import { afterEach, expect, test, vi } from "vitest";
import { Clock } from "../../../src/derivations/checking/clock";

afterEach(() => {
  vi.restoreAllMocks();
});

/** A clock of one second whose wall and processor are moved by hand. */
function moved(budget = 1): {
  readonly clock: Clock;
  pass(milliseconds: number, used: number): void;
} {
  let wall = 5_000;
  let processor = 300;
  vi.spyOn(Date, "now").mockImplementation(() => wall);
  const clock = new Clock(budget, undefined, () => processor);
  return {
    clock,
    pass(milliseconds, used) {
      wall += milliseconds;
      processor += used;
    },
  };
}

test("a budget counts what the check used, not what other programs took from it", () => {
  const { clock, pass } = moved();
  pass(1_600, 500);
  expect(clock.isOver()).toBe(false);
  pass(300, 600);
  expect(clock.isOver()).toBe(true);
});

test("a reader waits twice the budget at most, however busy the machine is", () => {
  const { clock, pass } = moved();
  pass(1_990, 20);
  expect(clock.isOver()).toBe(false);
  pass(20, 0);
  expect(clock.isOver()).toBe(true);
});

test("threads beside the check's do not count twice", () => {
  const { clock, pass } = moved();
  pass(900, 1_800);
  expect(clock.isOver()).toBe(false);
});

test("parts get half of what is left, counted in the same way", () => {
  const { clock, pass } = moved();
  pass(400, 300);
  expect(clock.half(3)).toBe(650);
  expect(clock.half(1)).toBe(1_000);
  expect(clock.after(0.1)).toBe(400);
  clock.allot(clock.half(3));
  pass(400, 300);
  expect(clock.isOver()).toBe(false);
  pass(100, 100);
  expect(clock.isOver()).toBe(true);
});

test("where the processor cannot be asked, the time that passes counts", () => {
  let wall = 0;
  vi.spyOn(Date, "now").mockImplementation(() => wall);
  const clock = new Clock(1, undefined, () => undefined);
  wall = 1_001;
  expect(clock.isOver()).toBe(true);
});
