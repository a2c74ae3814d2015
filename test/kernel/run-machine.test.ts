import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { shortOf } from "../support/short-of";
import { notebookOf, onLinux, Workspace } from "./workspace";

const workspace = new Workspace();
vi.setConfig({ testTimeout: 180_000 }); // kernels start in seconds, on a loaded machine in many
afterAll(() => workspace.remove());

workspace.write("one.ipynb", notebookOf("console.log('ran')"));
writeFileSync(join(workspace.folder, "a file"), "");

const klab = `"${process.execPath}" "${resolve("src/command/klab.cjs")}"`;

/** What a shell says to `script`, in which $KLAB is the command. */
function shell(script: string, ...before: readonly string[]): ReturnType<typeof spawnSync> {
  const [program, ...args] = [...before, "sh", "-c", script];
  return spawnSync(program, args, { cwd: workspace.folder, encoding: "utf8", timeout: 120_000 });
}

/** Whether this user may have namespaces of its own: to take IPv4 away, to fill a disk. */
const hasNamespaces = onLinux && spawnSync("unshare", ["--net", "--mount", "true"]).status === 0;

function expectPlainSentence(ended: ReturnType<typeof spawnSync>, says: RegExp): void {
  expect(`${ended.stderr}`.trim().split("\n"), `${ended.stderr}`).toHaveLength(1);
  expect(`${ended.stderr}`).toMatch(says);
  expect(`${ended.stderr}`).not.toMatch(/internal error|\.cpp|\n\s+at /);
  expect(ended.stdout).toBe("");
  expect(ended.status).toBe(2);
}

test.each([
  ["missing", "/nowhere/at/all"],
  ["a file", resolve(workspace.folder, "a file")],
])("a TMPDIR that is %s is said in one line, exit 2", async (_, TMPDIR) => {
  const ended = await workspace.klab(["run", "one.ipynb", "--junit", "tmp.xml"], {
    TMPDIR,
    TEMP: TMPDIR,
    TMP: TMPDIR,
  });
  expectPlainSentence(
    { ...ended, status: ended.code } as never,
    /temporary folder .* cannot be used/,
  );
  expect(workspace.read("tmp.xml")).toMatch(/<error message="[^"]*temporary folder/);
});

test.each([24, 28, 32, 40])("with %d files that may be open it says so, exit 2", (files) => {
  if (!onLinux) return console.log("not tested here: the limit is read from /proc");
  expectPlainSentence(
    shell(`ulimit -n ${files}; ${klab} run one.ipynb`),
    new RegExp(`only ${files} files may be open`),
  );
});

/** What one command each says, in a shell that begins with `limit`; nothing but one line, and nothing left behind. */
const commands = {
  run: "run --write one.ipynb --junit limited/report.xml",
  handout: "handout one.ipynb --out limited",
  student: "student one.ipynb --out limited",
  annotate: "annotate article.md --out limited",
  install: "install --prefix limited",
};

const fewFiles = shortOf([20, 22, 26], [20], "few files that may be open");

test.each(fewFiles)("with %d files that may be open no command shows a trace", (files) => {
  if (!onLinux) return console.log("not tested here: other systems have other limits");
  workspace.write("article.md", "# 题\n\n$D(p\\|q) \\ge 0$\n");
  for (const command of [...Object.values(commands), "lab --print-url"]) {
    const { stderr, stdout } = shell(`ulimit -n ${files}; ${klab} ${command}`);
    expect(`${stdout}${stderr}`, command).not.toMatch(/internal error|TypeError|\n\s+at /);
    const lines = `${stderr}`.trim().split("\n").length;
    expect(lines, command).toBe(command.startsWith("lab") ? 4 : 1); // lab: each Python, why not
    expect(`${stderr}`, command).toMatch(/ulimit -n|^$|not all read/);
  }
});

test.each(Object.entries(commands))(
  "where no file may grow, %s says so in one line and leaves no part of one",
  (_, command) => {
    if (!onLinux) return console.log("not tested here: other systems have other limits");
    workspace.write("article.md", "# 题\n\n$D(p\\|q) \\ge 0$\n");
    const limited = join(workspace.folder, "limited");
    rmSync(limited, { recursive: true, force: true });
    mkdirSync(limited);
    const ended = shell(`ulimit -f 0; ${klab} ${command}`);
    expectPlainSentence(ended, /limit on a file's size: raise ulimit -f/);
    const files = readdirSync(limited, { recursive: true, withFileTypes: true });
    expect(files.filter((entry) => entry.isFile())).toEqual([]);
    expect(workspace.read("one.ipynb")).toContain('"outputs":[]');
  },
);

test("64 files are enough for several notebooks, fewer at a time", () => {
  if (!onLinux) return console.log("not tested here: the limit is read from /proc");
  for (const name of ["two.ipynb", "three.ipynb"]) workspace.write(name, notebookOf("1"));
  const ended = shell(`ulimit -n 64; ${klab} run --jobs 8 one.ipynb two.ipynb three.ipynb`);
  expect(ended.status, `${ended.stderr}`).toBe(0);
});

test("where loopback has IPv6 only, the kernel listens there", ({ skip }) => {
  if (!hasNamespaces) skip("needs a network namespace, which this user may not make");
  const ended = shell(
    `ip link set lo up && ip addr del 127.0.0.1/8 dev lo && ${klab} run one.ipynb`,
    "unshare",
    "--net",
  );
  expect(ended.status, `${ended.stderr}`).toBe(0);
});

test("a disk that is full or read-only: one line each, the other notebooks' reports are there, nothing is left behind", ({
  skip,
}) => {
  if (!hasNamespaces) skip("needs a mount namespace, which this user may not make");
  mkdirSync(join(workspace.folder, "disk"));
  workspace.write("prints.ipynb", notebookOf("console.log('x'.repeat(30_000))"));
  const ended = shell(
    `mount -t tmpfs -o size=64k tmpfs disk && cp prints.ipynb disk/a.ipynb && mkdir disk/tmp &&
head -c 40000 /dev/zero > disk/filler
${klab} run disk/a.ipynb prints.ipynb --write --junit report.xml; echo "exit $?"
cat /dev/zero > disk/more 2> disk-full.txt
TMPDIR="$PWD/disk/tmp" ${klab} run one.ipynb; echo "exit $?"
mount -o remount,ro disk
TMPDIR="$PWD/disk/tmp" ${klab} run one.ipynb; echo "exit $?"
${klab} run disk/a.ipynb --write; echo "exit $?"
ls -A disk disk/tmp; cmp disk/a.ipynb disk/a.ipynb && grep -c xxx disk/a.ipynb`,
    "unshare",
    "--mount",
  );
  const { stdout, stderr } = ended as { stdout: string; stderr: string };
  expect(stdout.match(/exit \d/g), stderr).toEqual(["exit 2", "exit 2", "exit 2", "exit 2"]);
  expect(stdout).toMatch(/✓ prints\.ipynb.*written/);
  expect(stderr).toMatch(/disk\/a\.ipynb: .*cannot write: .*the disk is full/);
  expect(stderr).toMatch(/temporary folder .*the disk is full/);
  expect(stderr).toMatch(/temporary folder .*a read-only file system/);
  expect(stderr).toMatch(/disk\/a\.ipynb: .*not writable/);
  expect(stdout).toMatch(/disk:\na\.ipynb\nfiller\nmore\ntmp\n\ndisk\/tmp:\n/);
  expect(stdout).not.toContain("klab-kernel");
  const report = workspace.read("report.xml");
  expect(report).toMatch(/<error message="[^"]*the disk is full"/);
  expect(report).toContain('<testsuite name="prints.ipynb" tests="1" failures="0" errors="0"');
  expect(readdirSync(workspace.folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
});

test("a notebook that nests 100,000 brackets is refused in one line", async () => {
  const { cells, ...rest } = notebookOf("1");
  const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
  const bundle = {
    output_type: "display_data",
    data: { "application/json": "DEEP" },
    metadata: {},
  };
  for (const [name, notebook] of Object.entries({
    "deep-output.ipynb": { ...rest, cells: [{ ...cells[0], outputs: [bundle] }] },
    "deep-metadata.ipynb": { ...rest, metadata: { deep: "DEEP" }, cells },
  })) {
    workspace.write(name, JSON.stringify(notebook).replace('"DEEP"', deep));
    const ended = await workspace.klab(["run", name, "--write"]);
    expectPlainSentence({ ...ended, status: ended.code } as never, /nests deeper than 500 levels/);
  }
});

test("a cell's escape sequences, in source, name and message, do not reach the terminal", async () => {
  const name = "esc\x1b[2J.ipynb";
  workspace.write(
    name,
    notebookOf(
      "// \x1b]0;title\x07\u202e hidden\nthrow new Error('\\x1b[31mred\\x1b[2J\\x07bell\\u009b5m')",
    ),
  );
  const ended = await workspace.klab(["run", name]);
  expect(ended.code).toBe(1);
  expect(ended.stderr).toContain("hidden");
  expect(ended.stderr).toContain("bell");
  expect(ended.stdout + ended.stderr).not.toMatch(/[^\P{Cc}\n\t]|\u202e/u);
  const missing = await workspace.klab(["run", "no\x1b[2J\x07thing.ipynb"]);
  expect(missing.code).toBe(2);
  expect(missing.stderr).not.toMatch(/[^\P{Cc}\n\t]/u);
});
