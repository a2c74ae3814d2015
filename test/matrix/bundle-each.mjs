// Bundles `NAMES` of klab by esbuild, Vite, webpack and rollup, in a project that has them: prints, a line each as JSON,
// the bundler, the bytes of the minified bundle compressed, what its functions answer, and what the bundler warned of.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";

const [names] = process.argv.slice(2);
const entry = resolve("entry.mjs");
writeFileSync(entry, `export { ${names} } from "klab";\n`);

const bundlers = {
  async esbuild(folder, warn) {
    const { build } = await import("esbuild");
    const outfile = join(folder, "bundle.mjs");
    const common = { bundle: true, minify: true, format: "esm", logLevel: "silent" };
    const { warnings } = await build({ ...common, entryPoints: [entry], outfile });
    for (const { text } of warnings) warn(text);
  },
  async vite(folder, warn) {
    const { build, createLogger } = await import("vite");
    const customLogger = { ...createLogger("warn"), warn, warnOnce: warn, error: warn };
    await build({
      configFile: false,
      customLogger,
      build: {
        outDir: folder,
        modulePreload: false,
        rollupOptions: {
          input: entry,
          preserveEntrySignatures: "strict",
          output: { entryFileNames: "bundle.mjs" },
          onwarn: ({ message }) => warn(message),
        },
      },
    });
  },
  async rollup(folder, warn) {
    const { rollup } = await import("rollup");
    const { nodeResolve } = await import("@rollup/plugin-node-resolve");
    const { default: terser } = await import("@rollup/plugin-terser");
    const plugins = [nodeResolve({ browser: true })];
    const onwarn = ({ message }) => warn(message);
    const bundle = await rollup({ input: entry, plugins, onwarn });
    const minified = { format: "es", plugins: [terser({ module: true })] };
    await bundle.write({ ...minified, file: join(folder, "bundle.mjs") });
    await bundle.close();
  },
  async webpack(folder, warn) {
    const { default: webpack } = await import("webpack");
    const options = {
      mode: "production",
      entry,
      target: "web",
      experiments: { outputModule: true },
      output: { path: folder, filename: "bundle.mjs", library: { type: "module" } },
    };
    const stats = await new Promise((done, fail) =>
      webpack(options, (error, found) => (error ? fail(error) : done(found))),
    );
    const { errors, warnings } = stats.toJson({ all: false, errors: true, warnings: true });
    for (const { message } of [...errors, ...warnings]) warn(message);
  },
};

for (const [bundler, bundle] of Object.entries(bundlers)) {
  const folder = resolve("bundled", bundler);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const warnings = [];
  await bundle(folder, (text) => warnings.push(text));
  const scripts = readdirSync(folder).filter((name) => /js$/.test(name));
  const text = scripts.map((name) => readFileSync(join(folder, name), "utf8")).join("\n");
  const { kl, klPmf, normal } = await import(pathToFileURL(join(folder, "bundle.mjs")).href);
  const answers = [
    kl?.([0.5, 0.5], [0.25, 0.75]),
    klPmf?.([0.5, 0.5], [0.25, 0.75]),
    normal && kl(normal(0, 1), normal(1, 2)),
  ].filter((answer) => answer !== undefined);
  const bytes = gzipSync(text, { level: 9 }).length;
  console.log(JSON.stringify({ bundler, scripts: scripts.length, bytes, answers, warnings }));
}
