import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { thirdParty } from "../../src/project/third-party.mjs";

const packages = await thirdParty();
const list = readFileSync("dist/THIRD-PARTY.txt", "utf8");

test("names what is bundled and what is installed, each with its licence and who holds it", () => {
  const names = (isBundled: boolean): string[] =>
    packages.filter((one) => one.isBundled === isBundled).map(({ name }) => name);
  expect(names(true)).toEqual(
    expect.arrayContaining(["acorn", "mathjs", "sucrase", "node-inspect-extracted"]),
  );
  expect(names(false)).toEqual(expect.arrayContaining(["plotly.js-dist", "fraction.js"]));
  for (const { name, version, licence, texts } of packages) {
    expect(list).toContain(`  ${name} ${version}: ${licence}\n`);
    expect(texts.length, name).toBeGreaterThan(0);
    for (const text of texts) expect(list).toContain(text);
  }
});

test("all that npm installs with the package is in it", () => {
  const { packages: locked } = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
    packages: Record<
      string,
      {
        dev?: boolean;
        peer?: boolean;
        optional?: boolean;
        devOptional?: boolean;
        link?: boolean;
        license?: string;
      }
    >;
  };
  const installed = Object.entries(locked).filter(
    ([path, { dev, peer, optional, devOptional, link }]) =>
      path.startsWith("node_modules/") && !(dev || peer || optional || devOptional || link),
  );
  expect(installed.length).toBeGreaterThan(5);
  const names = new Set(packages.map(({ name }) => name));
  const missing = installed
    .map(([path]) => path.slice("node_modules/".length))
    .filter((name) => !names.has(name));
  expect(missing).toEqual([]);
});

test("no licence asks those who use klab for theirs", () => {
  const free = /^(?:MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|Unlicense|CC0-1\.0)$/;
  expect(packages.filter(({ licence }) => !free.test(licence)).map(({ name }) => name)).toEqual([]);
});
