import { EventEmitter } from "node:events";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  promises,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { guardFolders } from "../../src/pictures/guard-folders";

let folder: string;
const listeners = (): number => process.listenerCount("exit");
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "klab-test-"));
  vi.stubEnv("TMPDIR", folder);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

/** What Chromium leaves when it is killed: files of shared memory it had not yet unlinked, a socket's folder. */
function litter(temporary: string): void {
  writeFileSync(join(temporary, ".org.chromium.Chromium.KCYtAu"), "shared memory");
  mkdirSync(join(temporary, ".org.chromium.Chromium.x"));
  writeFileSync(join(temporary, ".org.chromium.Chromium.x", "SingletonSocket"), "");
}

test("what a browser wrote to its TMPDIR is removed when it ends, however it ends", async () => {
  const before = listeners();
  const browser = await guardFolders(async (temporary) => {
    expect(temporary.startsWith(folder)).toBe(true);
    litter(temporary);
    return new EventEmitter() as unknown as Browser;
  });
  expect(readdirSync(folder)).toHaveLength(1);
  (browser as unknown as EventEmitter).emit("disconnected");
  expect(readdirSync(folder)).toEqual([]);
  expect(listeners()).toBe(before);
});

test("it is removed when the browser does not start", async () => {
  const before = listeners();
  const failed = guardFolders(async (temporary) => {
    litter(temporary);
    throw new Error("does not start");
  });
  await expect(failed).rejects.toThrow("does not start");
  expect(readdirSync(folder)).toEqual([]);
  expect(listeners()).toBe(before);
});

test("it is removed, with the launcher's own folders, when the process exits meanwhile", async () => {
  const earlier = new Set(process.listeners("exit"));
  const exit = (): void => {
    for (const listener of process.listeners("exit")) {
      if (!earlier.has(listener)) (listener as (code: number) => void)(0);
    }
  };
  const { mkdtemp } = promises;
  const browser = await guardFolders(async (temporary) => {
    litter(temporary);
    const profile = await promises.mkdtemp(join(folder, "profile-"));
    expect(existsSync(profile)).toBe(true);
    exit();
    expect(readdirSync(folder)).toEqual([]);
    return new EventEmitter() as unknown as Browser;
  });
  expect(promises.mkdtemp).toBe(mkdtemp);
  (browser as unknown as EventEmitter).emit("disconnected");
  expect(new Set(process.listeners("exit"))).toEqual(earlier);
});
