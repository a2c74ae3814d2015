// Where bundlers' modules learn what klab knows of a family: from the family, when it is taken from klab's doors.
//
// In the sources a list has the facts of all families, so that whoever imports `kl` holds every formula of every pair:
// three quarters of what it weighs. A bundle needs the facts of the families that it makes, and the modules that are
// written here tell them as soon as their family is used; a family that nobody takes from them is left out whole.
// Plain JavaScript: it runs before anything is built.
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const factsFolder = "divergences/forms/facts";
const familiesFolder = "distributions/families";
const camel = (name) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
const pascal = (name) => camel(`-${name}`);

/** The families of which facts are known, by the names of their files. */
export function familiesWithFacts(src) {
  return readdirSync(join(src, factsFolder))
    .map((file) => /^(.+)-facts\.ts$/.exec(file)?.[1])
    .filter((name) => name !== undefined && name !== "all");
}

/** In place of facts-named.ts, which has the list. */
const factsNamed = `const known = new Map();
export function factsNamed(family) {
  return known.get(family);
}
/** What is made, once the facts of what it makes are known. */
export function knowing(made, facts) {
  known.set(facts.family, facts);
  return made;
}
`;

const knownFamily = (
  name,
) => `import { ${camel(name)} as make, ${pascal(name)} as Made } from "../${familiesFolder}/${name}.mjs";
import { knowing } from "../${factsFolder}/facts-named.mjs";
import { ${camel(name)}Facts } from "../${factsFolder}/${name}-facts.mjs";
export const ${camel(name)} = /* @__PURE__ */ knowing(make, ${camel(name)}Facts);
export const ${pascal(name)} = /* @__PURE__ */ knowing(Made, ${camel(name)}Facts);
`;

/** Where facts and families know each other: from here a family is itself, and tells nothing. */
const isWithin = (file) => /^(?:distributions|divergences\/forms)\//.test(file);

/** The module that stands for `target` in an import of `file`, both from src on, without their endings. */
export function knownInstead(families, file, target) {
  const name = dirname(target) === familiesFolder ? target.slice(familiesFolder.length + 1) : "";
  return families.has(name) && !isWithin(file) ? `known/${name}` : target;
}

/** Writes these modules among those of `folder`. */
export function writeKnownFamilies(folder, families) {
  mkdirSync(join(folder, "known"), { recursive: true });
  writeFileSync(join(folder, factsFolder, "facts-named.mjs"), factsNamed);
  for (const name of families) writeFileSync(join(folder, `known/${name}.mjs`), knownFamily(name));
}
