import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writeHandouts } from "../../../src/handout/write-handouts";
import type { Notebook } from "../../../src/notebook/nbformat";
import { openBrowser } from "../../../src/pictures/browser";
import { openFigureRenderer } from "../../../src/pictures/figure-renderer";

const browser: Browser | undefined = await openBrowser({ log: console.log });
if (!browser) console.log("skipped: no browser found, axe looked at no state of a page");
const isFull = process.env.KLAB_FULL === "1";
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const folder = mkdtempSync(join(tmpdir(), "klab 各态 "));

const lessons = isFull
  ? ["02-relative-entropy", "08-vae", "16-language-models", "gallery"]
  : ["16-language-models"];
const audiences = ["student", "teacher"] as const;
const looks = ["light", "dark"] as const;
const widths = [390, 1200] as const;
const states = ["static", "live", "edited"] as const;

interface Combination {
  readonly name: string;
  readonly audience: (typeof audiences)[number];
  readonly look: (typeof looks)[number];
  readonly width: number;
  readonly state: (typeof states)[number];
}

const all: Combination[] = lessons.flatMap((name) =>
  audiences.flatMap((audience) =>
    looks.flatMap((look) =>
      widths.flatMap((width) => states.map((state) => ({ name, audience, look, width, state }))),
    ),
  ),
);
/** Each state once: a student's and a teacher's, light and dark, narrow and wide. */
const few = all.filter(({ audience, look, width, state }) =>
  ["student light 390 static", "student dark 390 live", "teacher dark 1200 edited"].includes(
    `${audience} ${look} ${width} ${state}`,
  ),
);
if (browser && !isFull)
  console.log(
    `skipped: ${all.length - few.length} of ${all.length} states of a page, and other lessons, for axe takes seconds each (KLAB_FULL=1 looks at all)`,
  );

const fileOf = (name: string, audience: string): string =>
  join(folder, audience === "student" ? `${name}.html` : `${name}.teacher.html`);

beforeAll(async () => {
  if (!browser) return;
  const renderer = await openFigureRenderer();
  const entries = lessons.map((name) => ({
    name,
    notebook: JSON.parse(readFileSync(`notebooks/${name}.ipynb`, "utf8")) as Notebook,
  }));
  await writeHandouts(entries, { out: folder, audiences, renderer, log: () => {} });
  await renderer?.close();
}, 300_000);

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** axe needs scripts: a page without its own stands for one where none run. */
function withoutScripts(file: string): string {
  const page = readFileSync(file, "utf8").replace(/<script\b[\s\S]*?<\/script>/g, "");
  const still = file.replace(/\.html$/, ".static.html");
  writeFileSync(still, page);
  return still;
}

async function open({ name, audience, look, width, state }: Combination): Promise<Page> {
  const context = await (browser as Browser).newContext({
    offline: true,
    colorScheme: look,
    hasTouch: width < 500,
    viewport: { width, height: 900 },
  });
  const page = await context.newPage();
  const file = fileOf(name, audience);
  await page.goto(pathToFileURL(state === "static" ? withoutScripts(file) : file).href);
  if (state === "static") return page;
  await page.locator(".choice button").first().waitFor();
  // A lesson may begin with a cell that is folded.
  await page.locator("[data-live=run] textarea").first().waitFor({ state: "attached" });
  if (state === "edited") await edit(page);
  return page;
}

/** All that is folded open, a cell that fails, one that prints and warns. */
async function edit(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.body.dataset.patience = "60";
    document.addEventListener("klab-ran", (event) => {
      (event.target as HTMLElement).dataset.ran = "";
    });
    for (const folded of Array.from(document.querySelectorAll<HTMLDetailsElement>("main details")))
      folded.open = true;
  });
  const cells = page.locator(".cell[data-live=run]");
  for (const [at, code] of [
    [0, 'throw new RangeError("x");'],
    [1, 'console.log("甲"); console.error("乙");\n"$x$"'],
  ] as const) {
    await cells.nth(at).locator("textarea").fill(code);
    await cells.nth(at).getByRole("button", { name: "运行", exact: true }).click();
    await cells.nth(at).and(page.locator("[data-ran]")).waitFor({ timeout: 60_000 });
  }
  expect(await cells.nth(0).locator(".error").textContent()).toContain("RangeError");
}

/** Contrast among them, and the size of what is pressed. */
const violations = (page: Page, state: string): Promise<string[]> =>
  page.evaluate(
    `axe.run({ iframes: false, rules: { "target-size": { enabled: true }, "scrollable-region-focusable": { enabled: ${state !== "static"} } } })
      .then((r) => [...r.violations.map((v) => v.id + ": " + v.nodes.slice(0, 3).map((n) => n.html.slice(0, 200)).join(" ")),
        ...(r.passes.some((v) => v.id === "color-contrast" && v.nodes.length > 20) ? [] : ["contrast was not measured"])])`,
  );

describe.runIf(browser)("axe finds nothing", () => {
  // Without scripts browsers themselves let the keyboard scroll what scrolls; axe does not know.
  test.each(isFull ? all : few)(
    "$name $audience $look $width $state",
    { timeout: 120_000 },
    async (combination) => {
      const page = await open(combination);
      await page.evaluate(axe);
      expect(await violations(page, combination.state)).toEqual([]);
      expect(
        await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        ),
      ).toBeLessThanOrEqual(0);
      await page.context().close();
    },
  );
});

test.runIf(browser)(
  "the keyboard alone reaches all that a student can press or fill",
  { timeout: 120_000 },
  async () => {
    const page = await open({
      name: lessons[0],
      audience: "student",
      look: "light",
      width: 1200,
      state: "live",
    });
    const missed = await page.evaluate(() => {
      const seen = Array.from(
        document.querySelectorAll<HTMLElement>(
          "button, input, select, textarea, summary, a[href], [role=button], [role=slider]",
        ),
      ).filter((one) => one.checkVisibility({ visibilityProperty: true }));
      return seen
        .filter((one) => {
          if ("disabled" in one && one.disabled) return false;
          // One of a group of radio buttons stands for all: arrows move within it.
          if (one instanceof HTMLInputElement && one.type === "radio") return false;
          return one.tabIndex < 0;
        })
        .map((one) => one.outerHTML.slice(0, 120));
    });
    expect(missed).toEqual([]);
    // From the first to the tenth thing in the order of the page, each with a mark that is seen.
    const path: string[] = [];
    for (let i = 0; i < 10; i += 1) {
      await page.keyboard.press("Tab");
      path.push(
        await page.evaluate(() => {
          const at = document.activeElement as HTMLElement;
          const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(at);
          const isMarked =
            (outlineStyle !== "none" && outlineWidth !== "0px") || boxShadow !== "none";
          return `${isMarked ? "" : "unmarked "}${at.outerHTML.slice(0, 80)}`;
        }),
      );
    }
    expect(new Set(path).size).toBe(10);
    expect(path.filter((one) => one.startsWith("unmarked"))).toEqual([]);
    // Out of a field of code, too, which takes Tab for itself only where it says so.
    const field = page.locator("[data-live=run] textarea").first();
    await field.focus();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Tab");
    expect(await field.evaluate((one) => one === document.activeElement)).toBe(false);
    await page.context().close();
  },
);
