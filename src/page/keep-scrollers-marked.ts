/** What scrolls can be reached by keyboard; what does not is no stop on the way. */
function markScrollers(): void {
  for (const element of document.querySelectorAll<HTMLElement>("pre, .table, .display, .rich")) {
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
    // The table of a figure's numbers is held low.
    const isTall = element.className === "table" && scrollHeight > clientHeight + 1;
    if (isTall || scrollWidth > clientWidth + 1) element.tabIndex = 0;
    else element.removeAttribute("tabindex");
  }
}

/** Keeps the marks true while the page changes. */
export function keepScrollersMarked(): void {
  addEventListener("resize", markScrollers);
  // A cell of the page ran: what it put out may scroll.
  addEventListener("klab-ran", markScrollers);
  // It does not bubble; what is folded may have come with an output.
  document.addEventListener("toggle", markScrollers, true);
  document.fonts.ready.then(markScrollers);
  markScrollers();
}
