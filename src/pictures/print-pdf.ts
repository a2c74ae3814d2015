import type { Browser } from "playwright-core";
import { steadyPdf } from "./steady-pdf";

/**
 * A page as a PDF of A4 sheets: tagged, with an outline of its headings, drawn without scripts and without a network.
 *
 * @param html the whole page, with everything it needs
 */
export async function printPdf(browser: Browser, html: string): Promise<Buffer> {
  const context = await browser.newContext({ offline: true, javaScriptEnabled: false });
  try {
    const page = await context.newPage();
    await page.setContent(html, { waitUntil: "load" });
    const pdf = await page.pdf({
      format: "A4",
      preferCSSPageSize: true,
      printBackground: true,
      tagged: true,
      outline: true,
    });
    return steadyPdf(pdf);
  } finally {
    await context.close();
  }
}
