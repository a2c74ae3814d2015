import { readFileSync } from "node:fs";
import { fontSubset } from "../font-subset";

interface Face {
  readonly family: "klab Print" | "klab Print Mono";
  readonly weight: 400 | 700;
  readonly files: readonly string[];
  readonly unicodeRange: readonly string[];
}

const latinRange =
  "U+0000-00FF,U+2013-2014,U+2018-201A,U+201C-201E,U+2022,U+2026,U+2122,U+2191,U+2193";
const hanRange =
  "U+2010-2012,U+2015-2016,U+2020-2021,U+2025,U+2030-21FF,U+2200-22FF,U+2300-23FF,U+2460-27BF,U+3000-303F,U+3400-4DBF,U+4E00-9FFF,U+F900-FAFF,U+FF00-FFEF,U+0370-03FF";

const sans = (weight: 400 | 700): Face => ({
  family: "klab Print",
  weight,
  files: ["latin", "chinese-simplified"].map(
    (part) => `@fontsource/noto-sans-sc/files/noto-sans-sc-${part}-${weight}-normal.woff2`,
  ),
  unicodeRange: [latinRange, hanRange],
});

/** What a print brings along, so that it looks the same on every machine: text, bold text, code. */
const faces: readonly Face[] = [
  sans(400),
  sans(700),
  {
    family: "klab Print Mono",
    weight: 400,
    files: ["latin", "greek"].map(
      (part) => `@fontsource/noto-sans-mono/files/noto-sans-mono-${part}-400-normal.woff2`,
    ),
    unicodeRange: [latinRange, "U+0370-03FF"],
  },
];

const fileOf = (specifier: string): string | undefined => {
  try {
    return require.resolve(specifier);
  } catch {
    return undefined;
  }
};

async function faceRules(face: Face, characters: ReadonlySet<string>): Promise<string[]> {
  return Promise.all(
    face.files.map(async (specifier, i) => {
      const file = fileOf(specifier);
      if (file === undefined) return "";
      const woff2 = await fontSubset(readFileSync(file), characters);
      const source = `url(data:font/woff2;base64,${woff2.toString("base64")}) format("woff2")`;
      return `@font-face{font-family:"${face.family}";font-weight:${face.weight};src:${source};unicode-range:${face.unicodeRange[i]}}`;
    }),
  );
}

/** The rules that set a print in its own fonts, cut down to the characters of `html`. */
export async function printFontRules(html: string): Promise<string> {
  const characters = new Set(
    html.slice(html.indexOf("<body")).replace(/<script[\s\S]*?<\/script>/g, ""),
  );
  for (const digit of "0123456789 /") characters.add(digit); // page numbers are not in the text
  const rules: string[] = [];
  for (const face of faces) rules.push(...(await faceRules(face, characters)));
  return rules.join("\n");
}
