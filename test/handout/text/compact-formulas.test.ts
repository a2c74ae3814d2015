import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import katex from "katex";
import { describe, expect, test } from "vitest";
import { compactFormulas } from "../../../src/handout/text/compact-formulas";

const css = readFileSync(
  createRequire(import.meta.url).resolve("katex/dist/katex.min.css"),
  "utf8",
).replace(/@font-face\s*\{[^}]*\}/g, "");
const styled = new Set([...css.matchAll(/\.([A-Za-z][\w-]*)/g)].map(([, name]) => name));

const formulas = [
  String.raw`D(p\parallel q)=\sum_{x\in\mathcal X}p(x)\ln\frac{p(x)}{q(x)}\ge0`,
  String.raw`\begin{aligned}a&=\sqrt{\tfrac{b}{c}}\\&=\left(\int_0^\infty e^{-x^2}\,dx\right)^2\tag{7}\end{aligned}`,
  String.raw`\hat\mu_{\text{样本}}=\underbrace{x+\dots+x}_{n\text{个}}\quad\boxed{\mathbf A\boldsymbol\theta}`,
  String.raw`\begin{pmatrix}1&2\\3&4\end{pmatrix}\overline{AB}\;\not\ll\;\widehat{abc}\xrightarrow{n\to\infty}0`,
];
const html = formulas
  .map((tex) => katex.renderToString(tex, { displayMode: true, strict: "ignore" }))
  .join("<p>甲</p>");
const compact = compactFormulas([html], css);
const [short] = compact.parts;

/** Each character with what styles it: the classes with rules, and the styles, of all around it. */
function dressed(
  text: string,
  nameOf: (name: string) => string,
  styleOf: (name: string) => string,
) {
  const around: string[] = [];
  const pieces: string[] = [];
  for (const [, close, attributes, words] of text.matchAll(
    /<(?:(\/)?(?:span|i)(?![a-z]))([^>]*)>|([^<>]+)(?=<)/g,
  )) {
    if (words !== undefined)
      // A rule makes the one of no width that KaTeX puts into narrow cells.
      for (const character of words.replaceAll("\u200b", ""))
        pieces.push(`${around.join("")}|${character}`);
    else if (close) around.pop();
    else {
      const names = /class="?([^">]*)/.exec(attributes)?.[1].split(" ") ?? [];
      const classes = names.map(nameOf).filter((name) => styled.has(name));
      const styles = [...names.map(styleOf), /style="([^"]*)/.exec(attributes)?.[1] ?? ""];
      const dress = `${classes.join(".")}{${styles.join("")}}`;
      around.push(dress === "{}" ? "" : dress);
    }
  }
  return pieces;
}

describe("compact formulas", () => {
  test("have the same words, each styled by the same classes and styles", () => {
    const styles = new Map(
      [...compact.css.matchAll(/\.katex \.(y\w+)\{([^}]*)\}/g)].map(([, name, style]) => [
        name,
        style,
      ]),
    );
    const selectors = (text: string): string[] =>
      [...text.matchAll(/([^{}]+)\{/g)].flatMap(([, list]) => list.split(","));
    // A short name stands where the long one stood, in the n-th rule that was kept.
    const bodies = new Map(
      [...css.matchAll(/([^{}]+)\{([^}]*)\}/g)].map(([, s, body]) => [s, body]),
    );
    expect(bodies.size).toBeGreaterThan(100);
    const long = new Map<string, string>();
    for (const [, list, body] of compact.css.matchAll(/([^{}]+)\{([^}]*)\}/g)) {
      const shape = (selector: string): string => selector.replace(/\.[A-Za-z][\w-]*/g, ".");
      const origins = [...bodies]
        .filter(([, other]) => other === body)
        .flatMap(([s]) => s.split(","));
      for (const selector of list.split(",")) {
        const like = origins.filter((origin) => shape(origin) === shape(selector));
        if (like.length !== 1) continue;
        const [from, to] = [selector, like[0]].map((s) => s.match(/\.[A-Za-z][\w-]*/g) ?? []);
        for (const [i, name] of from.entries()) long.set(name.slice(1), to[i].slice(1));
      }
    }
    expect(selectors(compact.css).length).toBeLessThan(selectors(css).length / 2);
    const before = dressed(
      html,
      (name) => name,
      () => "",
    );
    const after = dressed(
      short,
      (name) => long.get(name) ?? name,
      (name) => styles.get(name) ?? "",
    );
    expect(after.length).toBe(before.length);
    expect(after.map((piece) => piece.replace(/.*\|/s, ""))).toEqual(
      before.map((piece) => piece.replace(/.*\|/s, "")),
    );
    const known = new Set(long.values());
    const only = (piece: string): string =>
      piece.replace(/([\w.-]*)\{([^}]*)\}/g, (_, names: string, style: string) => {
        const kept = names.split(".").filter((name) => known.has(name));
        return kept.length + style.length === 0 ? "" : `${kept.join(".")}{${style}}`;
      });
    expect(after.map(only)).toEqual(before.map(only));
    expect(known.size).toBeGreaterThan(10);
  });

  test("keep their MathML and their TeX, and what is no formula", () => {
    const math = (text: string): string[] => text.match(/<math[\s\S]*?<\/math>/g) ?? [];
    const bare = math(html).map((one) => one.replace(/ xmlns="[^"]*"/, ""));
    // One word needs no quotes in HTML; a slash after it would be its own.
    const quoted = (text: string): string =>
      text.replace(/<[^>]*>/g, (tag) => tag.replace(/=([^\s"'>]+)(?=[\s>])/g, '="$1"'));
    expect(math(short).map(quoted)).toEqual(bare);
    expect(short).toContain("<mo stretchy=false>");
    expect(short).toContain('<mspace width="1em"/>');
    expect(short.match(/<p>甲<\/p>/g)).toHaveLength(formulas.length - 1);
    expect(compactFormulas(["<p class='x'>没有公式</p>"], "").parts).toEqual([
      "<p class='x'>没有公式</p>",
    ]);
  });

  test("take three quarters of the characters where few are alike, and the same ones each time", () => {
    const visible = (text: string): number => text.replace(/<math[\s\S]*?<\/math>/g, "").length;
    expect(visible(short) / visible(html)).toBeLessThan(0.75);
    expect(compactFormulas([html], css)).toEqual(compact);
  });
});
