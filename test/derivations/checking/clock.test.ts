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
  clock.allot(clock.half(3));
  pass(400, 300);
  expect(clock.isOver()).toBe(false);
  pass(100, 100);
  expect(clock.isOver()).toBe(true);
});

test("a limit counts work alone, and lasts until the next part", () => {
  const { clock, pass } = moved(10);
  clock.limit(0.5);
  pass(3_000, 400);
  expect([clock.isOver(), clock.isUsedUp()]).toEqual([false, false]);
  pass(200, 150);
  expect([clock.isOver(), clock.isUsedUp()]).toEqual([true, true]);
  clock.allot(clock.half(2));
  expect([clock.isOver(), clock.isUsedUp()]).toEqual([false, false]);
  pass(20_000, 10);
  expect([clock.isOver(), clock.isUsedUp()]).toEqual([true, false]);
});

test("where the processor cannot be asked, the time that passes counts", () => {
  let wall = 0;
  vi.spyOn(Date, "now").mockImplementation(() => wall);
  const clock = new Clock(1, undefined, () => undefined);
  wall = 1_001;
  expect(clock.isOver()).toBe(true);
});
