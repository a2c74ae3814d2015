import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

test("the package asks for no peer but tslab, so that it installs beside any version of the handout's tools", () => {
  const manifest = JSON.parse(readFileSync("package.json", "utf8")) as {
    readonly peerDependencies: object;
    readonly devDependencies: object;
  };
  expect(Object.keys(manifest.peerDependencies)).toEqual(["tslab"]);
  for (const name of ["esbuild", "katex", "markdown-it", "shiki", "sanitize-html", "subset-font"])
    expect(manifest.devDependencies).toHaveProperty(name);
});
