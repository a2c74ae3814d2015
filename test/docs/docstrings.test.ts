import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";

/** A public name, and where it is declared. */
interface PublicName {
  readonly door: string;
  readonly name: string;
  readonly file: string;
  readonly kind: "function" | "value" | "class" | "type";
  readonly doc: string;
}

const parsed = new Map<string, ts.SourceFile>();
function parse(file: string): ts.SourceFile {
  const known = parsed.get(file);
  if (known) return known;
  const text = readFileSync(file, "utf8");
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  parsed.set(file, source);
  return source;
}

function resolve(from: string, target: string): string {
  const path = join(dirname(from), target).replace(/\\/g, "/");
  return existsSync(`${path}.ts`) ? `${path}.ts` : `${path}/index.ts`;
}

const docOf = (node: ts.Node): string =>
  (ts.getJSDocCommentsAndTags(node).at(-1)?.getText() ?? "").replace(/^\s*\/?\*+\/?/gm, "");

function kindOf(node: ts.Statement): PublicName["kind"] {
  if (ts.isFunctionDeclaration(node)) return "function";
  if (ts.isClassDeclaration(node)) return "class";
  return ts.isVariableStatement(node) ? "value" : "type";
}

const namesOf = (node: ts.Statement): string[] => {
  if (ts.isVariableStatement(node))
    return node.declarationList.declarations.map(({ name }) => name.getText());
  const named = node as ts.Statement & { readonly name?: ts.Identifier };
  return named.name ? [named.name.text] : [];
};

type Found = Omit<PublicName, "door">;

const isExported = (node: ts.Statement): boolean =>
  ts.canHaveModifiers(node) &&
  (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);

/** The file that `file` has `name` from. */
function importedFrom(file: string, name: string): string {
  const found = parse(file).statements.find(
    (node) =>
      ts.isImportDeclaration(node) &&
      node.importClause?.namedBindings &&
      ts.isNamedImports(node.importClause.namedBindings) &&
      node.importClause.namedBindings.elements.some((element) => element.name.text === name),
  );
  if (!found) throw new Error(`${file} exports ${name}, and does not say from where`);
  return resolve(file, ((found as ts.ImportDeclaration).moduleSpecifier as ts.StringLiteral).text);
}

/** What a file exports; a type and a class of one name count as the class. */
function exportsOf(file: string): Found[] {
  const declared = parse(file).statements.flatMap((node): Found[] => {
    if (!ts.isExportDeclaration(node)) {
      const found = { file, kind: kindOf(node), doc: docOf(node) };
      return isExported(node) ? namesOf(node).map((name) => ({ name, ...found })) : [];
    }
    const { exportClause, moduleSpecifier } = node;
    const from = moduleSpecifier && resolve(file, (moduleSpecifier as ts.StringLiteral).text);
    if (!exportClause) return from ? exportsOf(from) : [];
    if (ts.isNamespaceExport(exportClause)) {
      const members = from ? exportsOf(from) : [];
      return members.map((each) => ({ ...each, name: `${exportClause.name.text}.${each.name}` }));
    }
    return exportClause.elements.flatMap(({ name, propertyName }) => {
      const original = (propertyName ?? name).text;
      return exportsOf(from ?? importedFrom(file, original))
        .filter((each) => each.name === original)
        .map((each) => ({ ...each, name: name.text }));
    });
  });
  const sorted = [...declared].sort(
    (a, b) => Number(a.kind === "type") - Number(b.kind === "type"),
  );
  return sorted.filter(({ name }, at) => sorted.findIndex((each) => each.name === name) === at);
}

const publicNames = (door: string, file: string): PublicName[] =>
  exportsOf(file).map((each) => ({ door, ...each }));

const all = [
  ...publicNames("klab", "src/index.ts"),
  ...publicNames("klab/derivation", "src/derivations/index.ts"),
  ...publicNames("klab/learn", "src/learning/index.ts"),
  ...publicNames("klab/tables", "src/tables/index.ts"),
];

/** Where a function is mathematics: what it computes has a formula, a unit and a source. */
const mathematics = /^src\/(?:distributions|divergences|estimators|coding|learning)\//;

/** What applies measures or arranges data, and has no paper to cite. */
const withoutPaper = new Set(["pairwise", "rowwise", "estimatorArena"]);

const hasSentence = (doc: string): boolean => /^\s*\S[^\n]*\S/.test(doc.split("@")[0]);
const hasExample = (doc: string): boolean => /^\s*@example\n\s*\S/m.test(doc);
/** A formula has a sign of relation or operation; a unit is nats, bits or the one of `base`. */
const hasFormula = (doc: string): boolean =>
  /[=‖Σ∫√≤∝^]|\bnats?\b|\bbits?\b|`base`/.test(doc.split("@example")[0]);
const hasSource = (doc: string): boolean => /^\s*Source: \S/m.test(doc);

const isCallable = ({ kind }: PublicName): boolean => kind === "function" || kind === "value";
const missing = (names: readonly PublicName[], has: (doc: string) => boolean): string[] =>
  names.filter(({ doc }) => !has(doc)).map(({ name, file }) => `${name} (${file})`);

describe("every public name", () => {
  test("is found, of each kind", () => {
    for (const kind of ["function", "value", "class", "type"]) {
      expect(all.filter((each) => each.kind === kind).length, kind).toBeGreaterThan(5);
    }
  });

  test("has a sentence that says what it is", () => {
    expect(missing(all, hasSentence)).toEqual([]);
  });

  test("has an example that test/examples.test.ts runs, if it can be called or read", () => {
    expect(missing(all.filter(isCallable), hasExample)).toEqual([]);
  });
});

describe("every public function of mathematics", () => {
  const mathematical = all.filter(
    ({ kind, file }) => kind === "function" && mathematics.test(file),
  );

  test("has a formula or a unit", () => {
    expect(mathematical.length).toBeGreaterThan(50);
    expect(missing(mathematical, hasFormula)).toEqual([]);
  });

  test("has a source", () => {
    const cited = mathematical.filter(({ name }) => !withoutPaper.has(name));
    expect(missing(cited, hasSource)).toEqual([]);
  });
});
