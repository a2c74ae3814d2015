import { expect, test } from "vitest";

test("the texts in src/page/scripts are what the page code compiles to", async () => {
  const { stalePageScripts } = await import("../../src/project/page-scripts.mjs");
  expect(await stalePageScripts()).toEqual([]);
});
