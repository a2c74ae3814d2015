import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { expect, test } from "vitest";

/** What a process prints in which crypto and zlib are counted. */
function printed(script: string): string {
  const file = JSON.stringify(resolve("src/kernel/kernel-pool-jobs.cjs"));
  const start = `const { countPoolJobs, pendingPoolJobs } = require(${file}); countPoolJobs();
const crypto = require("node:crypto"), zlib = require("node:zlib"), { promisify } = require("node:util");`;
  const { stdout, stderr } = spawnSync(process.execPath, ["-e", `${start}\n${script}`], {
    encoding: "utf8",
  });
  expect(stderr).toBe("");
  return stdout;
}

test("jobs of the pool count until their callback is called, also where it throws", () => {
  expect(
    printed(`process.once("uncaughtException", () => console.log("thrown", pendingPoolJobs()));
crypto.pbkdf2("a", "b", 1000, 8, "sha1", () => { throw new Error("no"); });
console.log("begun", pendingPoolJobs());`),
  ).toBe("begun 1\nthrown 0\n");
});

test("one that does not begin, for its arguments, does not count", () => {
  expect(
    printed(
      `try { crypto.pbkdf2("a", "b", -1, 8, "sha1", () => {}); } catch (error) { console.log(error.code, pendingPoolJobs()); }`,
    ),
  ).toBe("ERR_OUT_OF_RANGE 0\n");
});

test("what crypto and zlib give is what they gave: values, promises, classes, names", () => {
  expect(
    printed(`(async () => {
  const packed = await promisify(zlib.gzip)("汉字");
  console.log(zlib.gunzipSync(packed).toString(), String(await promisify(zlib.gunzip)(packed)));
  console.log((await promisify(crypto.randomBytes)(4)).length, crypto.randomBytes(3).length);
  console.log(await promisify(crypto.randomInt)(5, 6), typeof crypto.randomUUID());
  const { publicKey } = await promisify(crypto.generateKeyPair)("ed25519");
  console.log(publicKey.type, crypto.createHash("sha1").update("a").digest("hex").slice(0, 6));
  console.log(new crypto.Hash("sha1") instanceof crypto.Hash, crypto.pbkdf2.name, crypto.pbkdf2.length);
  console.log(zlib.createGzip() instanceof zlib.Gzip, pendingPoolJobs());
})();`),
  ).toBe("汉字 汉字\n4 3\n5 string\npublic 86f7e4\ntrue pbkdf2 6\ntrue 0\n");
});
