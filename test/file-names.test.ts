import { readdirSync, readFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";

const sources = readdirSync("src", { recursive: true, encoding: "utf8" })
  .map((path) => path.replace(/\\/g, "/"))
  .filter((path) => path.endsWith(".ts") && !path.endsWith(".d.ts"))
  .filter((path) => !["index.ts", "library.ts"].includes(basename(path)));
const nameOf = (path: string): string => basename(path, extname(path));

test("no file name occurs twice in src", () => {
  const names = sources.map(nameOf);
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
});

/** Files that are named as what all their exports are about, since no one export is the main one. */
const subjects: Readonly<Record<string, string>> = {
  "command/lab-python": "the Python that klab lab runs in: found, run, heard",
  "command/run-report": "what klab run says of a file, line by line",
  "derivations/evaluate/resolve": "what a name stands for in a world",
  "derivations/language/form-parts": "what the forms of the language are made of",
  "derivations/language/lexicon": "all names of the language: tables, and questions to them",
  "derivations/language/math-node": "what is read from a node of mathjs",
  "derivations/language/walk": "walks over a term",
  "derivations/reading/latex-nodes": "what is read from a node of LaTeX",
  "derivations/reading/names-in-place": "a name, by the place it stands in",
  "derivations/reading/statement-parts": "what a statement is cut at",
  "derivations/reading/token-scan": "looks along tokens: brackets, separators, text",
  "derivations/reading/writing/inside-body": "names that stand inside the body of a sum or a mean",
  "derivations/reading/writing/normal-in-place": "a normal's second parameter as it is printed",
  "derivations/worlds/defined-by-chains": "what chains of an article define",
  "derivations/worlds/extremes/extreme-values": "numbers and arrays of extreme worlds",
  "derivations/worlds/fill-scope": "values of a kind of name each, for the scope of a world",
  "derivations/worlds/settled-terms": "the forms that settleTerms knows, one a function",
  "derivations/worlds/sides-of-chain": "sides of a chain, and what is done to them",
  "derivations/worlds/undefined-sides":
    "sides that cannot be tried, one way each of leaving them out",
  "derivations/worlds/unknown-parts": "parts of a formula that no world knows",
  "distributions/parameters": "checks of parameters, one a kind",
  "divergences/forms/sources": "papers that more than one form is from",
  "estimators/estimate-notes": "what is said beside an estimate",
  "figures/explorers/controls": "controls of an explorer, each made by a function of its kind",
  "figures/explorers/explorer-steps": "an explorer in steps, for pages that run nothing",
  "figures/parts/codewords": "codewords and the outcomes they stand for",
  "figures/parts/grid": "points along an axis",
  "figures/parts/labels": "words beside curves, and where they have room",
  "figures/parts/style": "colours, axes and lines of every figure",
  "handout/text/highlight": "colours of code: the tool, loaded and used",
  "handout/text/math-punctuation": "signs that stand beside a formula",
  "kernel/wire": "Jupyter's messages on the wire",
  "learning/initial-tensors": "tensors to begin with, each made by a function",
  "learning/autodiff/arithmetic": "the arithmetic of tensors, an operation a function",
  "learning/autodiff/elementwise": "operations on each entry, or on each pair: how they are made",
  "learning/bayes/mixture-posterior":
    "the two steps of variational Bayes for a mixture, and its bound",
  "learning/fits/check-fit": "checks of what a fit is asked for, and its target as normals",
  "learning/fits/fit-family": "normals as numbers and back, and their scores",
  "learning/operations/activations": "what layers of a network end with, each a function",
  "learning/operations/axes": "which axes an operation runs along, and what shapes follow",
  "learning/operations/choices": "comparisons, and what chooses by them",
  "learning/operations/elementwise-functions": "functions of each entry, by their NumPy names",
  "learning/operations/reductions": "what takes many numbers to one",
  "learning/operations/special-functions": "ln Γ and its derivatives, and x ln y",
  "math/linear-algebra": "matrices",
  "math/random": "the type of a source of randomness, and the seeded one",
  "notebook/nbformat": "the file format, its types and its reading",
  "page/explorer-markup": "how an explorer lies in a stored notebook",
  "page/figure-limits": "how much a figure may hold",
  "page/frame-messages": "messages between a page and the frame of an explorer",
  "page/look/narrow-figure": "a figure on a narrow screen",
  "page/reader/unit-texts": "values in texts and their units",
  "page/look/palette": "the colours of both themes",
  "page/look/panels": "panels side by side and above each other",
  "page/notebook-server": "the server of a notebook's page",
  "words/option-kinds": "kinds of options, one a value",
  // Its name would be that of the estimators' own arena.
  "figures/estimator-arena-figure": "the figure of estimatorArena",
  "tables/engine": "what an engine is, and how its SQL differs from others'",
  "tables/engines/protocol-buffer": "messages of protocol buffers, written and read",
};

/** jointEntropyOf → joint-entropy-of, KLDivergence → kl-divergence. */
const kebab = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1-$2")
    .toLowerCase();

interface Exported {
  readonly values: readonly string[];
  readonly types: readonly string[];
}

function exportsOf(text: string): Exported {
  const values: string[] = [];
  const types: string[] = [];
  for (const node of ts.createSourceFile("a.ts", text, ts.ScriptTarget.Latest, true).statements) {
    const modifiers = ts.canHaveModifiers(node) ? (ts.getModifiers(node) ?? []) : [];
    if (!modifiers.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) continue;
    if (ts.isVariableStatement(node))
      values.push(...node.declarationList.declarations.map(({ name }) => name.getText()));
    else if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node))
      types.push(node.name.text);
    else if ((ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node)) && node.name)
      values.push(node.name.text);
  }
  return { values, types };
}

const stem = (word: string): string =>
  word
    .replace(/ies$/, "y")
    .replace(/(?<=[a-z]{2})e?s$/, "")
    .replace(/e$/, "");
const stems = (name: string): string[] => name.split("-").map(stem);

/**
 * Whether a file is named as it should be: as one of its exports, `run.ts` for `runCommand` and `jumps.ts` for `jumpsOf`
 * counting as such; or, where there are several, by a word that most of them have.
 */
function isNamedWell(name: string, { values, types }: Exported): boolean {
  const all = [...values, ...types].map(kebab);
  if (all.some((own) => [name, `${name}-of`, `${name}-command`].includes(own))) return true;
  const held = (values.length > 0 ? values : types).map(kebab);
  const alike = held.filter((own) => stems(own).some((word) => stems(name).includes(word)));
  return held.length > 1 && 2 * alike.length >= held.length;
}

describe("a file is named as its main export", () => {
  const exported = sources.map(
    (path) => [path, exportsOf(readFileSync(join("src", path), "utf8"))] as const,
  );
  // What runs in a page exports nothing.
  const holding = exported.filter(([, { values, types }]) => values.length + types.length > 0);
  const named = new Map(
    holding.map(([path, held]) => [path.replace(/\.ts$/, ""), isNamedWell(nameOf(path), held)]),
  );

  test("or, if it holds several, by what they share", () => {
    const others = [...named].filter(([, isWell]) => !isWell);
    expect(others.map(([path]) => path).filter((path) => !(path in subjects))).toEqual([]);
  });

  test("and nothing is excused that needs no excuse", () => {
    expect(Object.keys(subjects).filter((path) => named.get(path) !== false)).toEqual([]);
  });

  test.each([
    ["jumps", "export const jumpsOf = 1;", true],
    ["run", "export async function runCommand() {}", true],
    ["report", "export class Report {}\nexport function helper() {}", true],
    ["log-terms", "export const klTerm = 1;\nexport const chiTerm = 1;\nexport const x = 1;", true],
    ["safe-markup", "export interface Sanitize {}\nexport const outputOptions = 1;", false],
    ["align", "export function aligned() {}", false],
    ["sides", "export function totals() {}\nexport function order() {}", false],
  ])("%s: is told from what it holds", (name, text, isWell) => {
    expect(isNamedWell(name, exportsOf(text))).toBe(isWell);
  });
});
