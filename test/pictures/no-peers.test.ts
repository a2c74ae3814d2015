import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

test("the package asks for no peer but tslab that could refuse a version: handout tools are none, engines are any", () => {
  const manifest = JSON.parse(readFileSync("package.json", "utf8")) as {
    readonly peerDependencies: Readonly<Record<string, string>>;
    readonly peerDependenciesMeta: Readonly<Record<string, { readonly optional?: boolean }>>;
    readonly devDependencies: object;
  };
  const { tslab: _, ...engines } = manifest.peerDependencies;
  expect(Object.keys(engines)).toEqual(["@duckdb/node-api", "@grpc/grpc-js", "apache-arrow", "pg"]);
  for (const [name, range] of Object.entries(engines)) {
    expect(range, name).toBe("*");
    expect(manifest.peerDependenciesMeta[name], name).toEqual({ optional: true });
  }
  for (const name of ["esbuild", "katex", "markdown-it", "shiki", "sanitize-html", "subset-font"])
    expect(manifest.devDependencies).toHaveProperty(name);
});
