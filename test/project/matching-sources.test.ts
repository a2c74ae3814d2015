import { expect, test } from "vitest";
import { matchingSources } from "../../src/project/matching-sources.mjs";

const pattern = matchingSources(["derivations/chains/", "derivations/world.ts"]);

test.each([
  ["/a/src/derivations/chains/index.ts", true],
  ["C:\\a\\src\\derivations\\chains\\index.ts", true],
  ["/a/src/derivations/world.ts", true],
  ["/a/src/derivations/world-name.ts", false],
  ["/a/src/derivations/worlds/world.ts", false],
  ["/a/src/derivations/world-ts", false],
  ["/a/src/other-derivations/world.ts", false],
])("%s: %s", (file, wanted) => {
  expect(pattern.test(file)).toBe(wanted);
});

test.each(["derivations/wrold.ts", "derivations/chain/", "derivations/worldxts"])(
  "%s, which is no source, is named",
  (name) => {
    expect(() => matchingSources(["derivations/world.ts", name])).toThrow(name);
  },
);
