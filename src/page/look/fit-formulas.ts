/** Smaller letters are not read. */
const smallest = 0.7;

/** Sets displayed formulas that are wider than their column smaller, as far as they can be read; the rest is scrolled. */
export function fitFormulas(page: Document): void {
  const displays = [...page.querySelectorAll<HTMLElement>("main .display")];
  const fit = (): void => {
    for (const display of displays) display.style.fontSize = "";
    // All are measured before any changes.
    const wide = displays.flatMap((display) => {
      const share = display.clientWidth / display.scrollWidth;
      return share < 1 ? [{ display, size: Math.max(smallest, share * 0.985) }] : [];
    });
    for (const { display, size } of wide) display.style.fontSize = `${size.toFixed(3)}em`;
  };
  let width = 0;
  const refit = (): void => {
    if (width === page.documentElement.clientWidth) return;
    width = page.documentElement.clientWidth;
    fit();
  };
  refit();
  addEventListener("resize", refit);
  void page.fonts?.ready.then(fit);
}
