import { afterEach, expect, test, vi } from "vitest";
import { reopening } from "../../../src/tables/engines/reopening";

afterEach(() => void vi.useRealTimers());

test("a connection is opened once, and again after it broke", async () => {
  let times = 0;
  const connection = reopening(async () => ++times);
  expect(connection.current).toBeUndefined();
  expect([await connection.get(), await connection.get()]).toEqual([1, 1]);
  connection.forget();
  expect(await connection.get()).toBe(2);
});

test("a failure is given again for half a minute, then it is tried anew", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  vi.setSystemTime(1_000_000);
  let times = 0;
  const connection = reopening(async () => {
    times++;
    if (times === 1) throw new Error("away");
    return times;
  });
  await expect(connection.get()).rejects.toThrow("away");
  await expect(connection.get()).rejects.toThrow("away");
  expect(times).toBe(1);
  vi.setSystemTime(1_031_000);
  expect(await connection.get()).toBe(2);
  expect(await connection.get()).toBe(2);
});
