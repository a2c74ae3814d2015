import { importName, scopeName } from "./cell-names";
import { nameOf, nodesIn, type SyntaxNode } from "./syntax-node";

const importedName = ({ imported }: SyntaxNode): string => {
  const { type, name, value } = imported as SyntaxNode;
  return type === "Literal" ? String(value) : String(name);
};

/**
 * An import declaration as the statement that does the same in a function.
 *
 * @param isUsed whether the cell uses a name as a value: a type's is not
 */
export function importCode(declaration: SyntaxNode, isUsed: (name: string) => boolean): string {
  const { value } = declaration.source as SyntaxNode;
  const wanted = `await ${importName}(${JSON.stringify(value)}`;
  const specifiers = nodesIn(declaration, "specifiers");
  if (specifiers.length === 0) return `${wanted});`;
  const members = specifiers.filter(({ type }) => type === "ImportSpecifier");
  const names = members.map(importedName);
  const parts = members.map((member, i) => `${JSON.stringify(names[i])}:${nameOf(member.local)}`);
  const whole = specifiers.filter(({ type }) => type !== "ImportSpecifier");
  const needed = names.filter((_, i) => isUsed(nameOf(members[i].local)));
  const module = `${wanted},${JSON.stringify(needed)})`;
  const statements = [
    ...(members.length > 0 ? [`const {${parts.join(",")}}=${module};`] : []),
    // `import klab from` and `import * as klab from` are the module.
    ...whole.map(({ local }) => `const ${nameOf(local)}=${wanted});`),
    ...specifiers.map(({ local }) => `${scopeName}.${nameOf(local)}=${nameOf(local)};`),
  ];
  return statements.join("");
}
