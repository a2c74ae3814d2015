import { describe, expect, test } from "vitest";
import { overwriteLines, terminalHtml } from "../../../src/handout/outputs/terminal-html";

const esc = "\u001b";

describe("terminal text", () => {
  test("colours become classes and end where they are reset", () => {
    expect(terminalHtml(`${esc}[33m3${esc}[39m a`)).toBe('<span class="ansi-yellow">3</span> a');
    expect(terminalHtml(`${esc}[1;31mx${esc}[0my`)).toBe(
      '<span class="ansi-bold ansi-red">x</span>y',
    );
  });

  test("256 and true colours are colours that can be read, light and dark", () => {
    const html = terminalHtml(`${esc}[38;5;31mx${esc}[38;2;1;31;3my`);
    expect(html).toMatch(
      /^<span style="color:light-dark\(#[\da-f]{6},#[\da-f]{6}\)">x<\/span><span style="color:light-dark\(#011f03,#[\da-f]{6}\)">y<\/span>$/,
    );
  });

  test.each([
    ["41mx", '<span class="ansi-on-red">x</span>'],
    ["103mx", '<span class="ansi-on-yellow">x</span>'],
    ["38;5;1mx", '<span class="ansi-red">x</span>'],
    ["48;5;226mx", '<span style="color:#000000;background-color:#ffff00">x</span>'],
    ["48;2;10;20;30mx", '<span style="color:#ffffff;background-color:#0a141e">x</span>'],
    ["31;47mx", '<span class="ansi-red ansi-on-white">x</span>'],
    ["7mx", '<span class="ansi-inverse">x</span>'],
    ["7;31mx", '<span class="ansi-on-red">x</span>'],
    ["3;4;9mx", '<span class="ansi-italic ansi-underline ansi-struck">x</span>'],
    ["38:5:28mx", expect.stringMatching(/^<span style="color:light-dark/)],
    ["41mx\u001b[49my", '<span class="ansi-on-red">x</span>y'],
    ["38;5mx", "x"],
    ["38;2;999;1;1mx", expect.stringMatching(/^<span style="color:light-dark\(#[\da-f]{6},/)],
  ])("grounds and looks are kept: %j", (codes, html) => {
    expect(terminalHtml(`${esc}[${codes}`)).toEqual(html);
  });

  test("markup in the text is text, inside and outside of colours", () => {
    expect(terminalHtml(`<b>&${esc}[31m<script>`)).toBe(
      '&lt;b&gt;&amp;<span class="ansi-red">&lt;script&gt;</span>',
    );
  });

  test("cursor moves, window titles, links and control characters leave nothing behind", () => {
    expect(
      terminalHtml(
        `a${esc}[2K${esc}[1A${esc}]0;title\u0007b${esc}]8;;http://x${esc}\\c\u0000\u0008`,
      ),
    ).toBe("abc");
  });

  test("a line that was written over shows what remained visible", () => {
    expect(overwriteLines("10%\r100%\nx")).toBe("100%\nx");
    expect(overwriteLines("abcdef\rXY")).toBe("XYcdef");
    expect(overwriteLines("windows\r\nline")).toBe("windows\nline");
  });
});
