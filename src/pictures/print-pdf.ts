import type { Browser } from "playwright-core";

const date = /(\/(?:CreationDate|ModDate) \(D:)\d{14}/g;
const never = "20000101000000";

/** PDFs say when they were made; the same page is to give the same bytes. */
function withoutDates(pdf: Buffer): Buffer {
  const text = pdf.toString("latin1").replace(date, (_, head: string) => head + never);
  return Buffer.from(text, "latin1");
}

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
    return withoutDates(pdf);
  } finally {
    await context.close();
  }
}
