import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, describe, expect, test } from "vitest";
import { oneAtATime, released } from "../../src/command/one-at-a-time";

const folder = mkdtempSync(join(tmpdir(), "klab-lock-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("work that must not be done twice at once", () => {
  test("waits for the first to end, whether it succeeds or fails", async () => {
    const lock = join(folder, "first.lock");
    const events: string[] = [];
    const work = (name: string, fails = false) =>
      oneAtATime(lock, async () => {
        events.push(`${name} begins`);
        await sleep(50);
        events.push(`${name} ends`);
        if (fails) throw new Error(name);
      });
    const results = await Promise.allSettled([work("a", true), work("b"), work("c")]);
    expect(results.map(({ status }) => status)).toEqual(["rejected", "fulfilled", "fulfilled"]);
    expect(events).toHaveLength(6);
    for (let i = 0; i < 6; i += 2) {
      expect(events[i + 1]).toBe(events[i].replace("begins", "ends"));
    }
    expect(existsSync(lock)).toBe(false);
  });

  test("does not wait for a process that was killed, nor for one of long ago", async () => {
    const { pid } = spawnSync(process.execPath, ["-e", ""]);
    const lock = join(folder, "second.lock");
    writeFileSync(lock, String(pid));
    expect(await oneAtATime(lock, async () => "done")).toBe("done");
    writeFileSync(lock, String(process.pid));
    utimesSync(lock, new Date(0), new Date(0));
    expect(await oneAtATime(lock, async () => "done")).toBe("done");
  });

  test("is over when the lock is released", async () => {
    const lock = join(folder, "third.lock");
    let done = false;
    const work = oneAtATime(lock, async () => {
      await sleep(300);
      done = true;
    });
    await released(lock);
    expect(done).toBe(true);
    await work;
  });
});
