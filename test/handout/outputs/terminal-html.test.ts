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

  test("256 and true colours are read over, not taken for other codes", () => {
    expect(terminalHtml(`${esc}[38;5;31mx${esc}[38;2;1;31;3my`)).toBe("xy");
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
