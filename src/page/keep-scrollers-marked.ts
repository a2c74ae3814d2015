/** What scrolls sideways can be reached by keyboard; what does not is no stop on the way. */
function markScrollers(): void {
  for (const element of document.querySelectorAll<HTMLElement>("pre, .table, .display, .rich")) {
    if (element.scrollWidth > element.clientWidth + 1) element.tabIndex = 0;
    else element.removeAttribute("tabindex");
  }
}

/** Keeps the marks true while the page changes. */
export function keepScrollersMarked(): void {
  addEventListener("resize", markScrollers);
  // A cell of the page ran: what it put out may scroll.
  addEventListener("klab-ran", markScrollers);
  for (const details of document.querySelectorAll("details")) {
    details.addEventListener("toggle", markScrollers);
  }
  document.fonts.ready.then(markScrollers);
  markScrollers();
}
