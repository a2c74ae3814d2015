import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";

const most = 5;

/** Hot loops where an object for each call would cost, by file and function. An entry that is gone must go here too. */
const allowed: Readonly<Record<string, string>> = {
  "divergences/vectors/normalized-pair.ts: visit": "called for each outcome of a vector",
  "divergences/wasserstein.ts: (argument of forEachExactly)": "called for each outcome of a vector",
  "math/power-term.ts: powerTerm":
    "a term: called for each outcome, and at each point of a quadrature",
  "math/power-term.ts: upper": "a term: called for each outcome, and at each point of a quadrature",
  "math/power-term.ts: grown": "a term: called for each outcome, and at each point of a quadrature",
  "estimators/select-row.ts: selectRow": "calls itself in the innermost loop of building a tree",
};

/** Functions, and types of functions, of more positional parameters than a caller can keep apart. */
function crowded(file: string, text: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && node.parameters.length > most) {
      found.push(`${file}: ${nameOf(node)}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
  return found;
}

function nameOf(node: ts.SignatureDeclaration): string {
  if (node.name) return node.name.getText();
  const { parent } = node;
  if (ts.isCallExpression(parent)) {
    const called = parent.expression;
    const name = ts.isPropertyAccessExpression(called) ? called.name : called;
    return `(argument of ${name.getText()})`;
  }
  const named = parent as { readonly name?: ts.Node };
  return named.name ? named.name.getText() : "(nameless)";
}

describe("functions of six and more positional parameters take an object", () => {
  const files = readdirSync("src", { recursive: true, encoding: "utf8" })
    .map((file) => file.replace(/\\/g, "/"))
    .filter((file) => /\.[cm]?ts$/.test(file));
  const found = new Set(
    files.flatMap((file) => crowded(file, readFileSync(join("src", file), "utf8"))),
  );

  test("but for hot loops", () => {
    expect(files.length).toBeGreaterThan(100);
    expect([...found].filter((name) => !(name in allowed))).toEqual([]);
  });

  test("and no exception outlives its function", () => {
    expect(Object.keys(allowed).filter((name) => !found.has(name))).toEqual([]);
  });

  test.each([
    ["function f(a, b, c, d, e, g) {}", "f"],
    ["const f = (a, b, c, d, e, g) => 1;", "f"],
    ["class A { f(a, b, c, d, e, ...g) {} }", "f"],
    ["interface A { readonly f: (a: 1, b: 1, c: 1, d: 1, e: 1, g?: 1) => void }", "f"],
    ["rows.each((a, b, c, d, e, g) => 1);", "(argument of each)"],
  ])("%s is found", (text, name) => {
    expect(crowded("a.ts", text)).toEqual([`a.ts: ${name}`]);
  });

  test("five are not too many", () => {
    expect(crowded("a.ts", "function f(a, b, c, d, e) {}")).toEqual([]);
  });
});
