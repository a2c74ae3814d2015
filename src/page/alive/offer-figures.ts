import type { PageReader } from "../reader/offer-reader-choice";
import { FigureReviver } from "./figure-reviver";

/** Brings figures to life where they are looked at. */
function reviveFigures(figures: Iterable<HTMLElement>, reviver: FigureReviver): void {
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        observer.unobserve(target);
        if (target instanceof HTMLElement) reviver.revive(target);
      }
    },
    { rootMargin: "200px" },
  );
  for (const figure of figures) observer.observe(figure);
}

/**
 * In a handout: defines `klabFigures`, which brings figures to life and offers whatever else of the page's scripts there
 * is. A script of its own, for packed it weighs a third.
 */
export function offerFigures(): void {
  window.klabFigures = async (pristine) => {
    const reviver = new FigureReviver(() => reader);
    const reader: PageReader | undefined = window.klabReader?.(() => reviver.redraw());
    window.klabLiveCells?.({ revive: (figure) => void reviver.revive(figure), pristine });
    const figures = document.querySelectorAll<HTMLElement>("figure.plot");
    await reader?.start();
    if (figures.length > 0) reviveFigures(figures, reviver);
  };
}
