/** What scripts put into a page, and nothing moves in a copy. */
const dead =
  ".live-bar,.live-tools,.choice,.copy,.playback>*,.controls>*,.editor textarea,.to-line,.modebar,figure:has(.still) .live";

/**
 * A copy that a browser saved of a page that was alive: what scripts had made of it, and not what it came as. It is for
 * reading: run again, each tool would stand in it twice.
 *
 * @param locale the language of the page's labels: Chinese, unless it is "en"
 */
export function keepReadable(page: Document, locale: string | undefined): void {
  for (const one of page.querySelectorAll(dead)) one.remove();
  for (const figure of page.querySelectorAll<HTMLElement>("figure[data-state=live]:has(.still)"))
    figure.removeAttribute("data-state");
  const note = page.createElement("p");
  note.className = "note";
  note.textContent =
    locale === "en"
      ? "A copy that the browser saved, for reading. To edit and run, open the handout itself; its own “Save as” keeps your edits."
      : "这是浏览器另存的副本，只供阅读。要改、要运行，请打开讲义本身；讲义里的“另存为”会连同改动一起保存。";
  page.querySelector("main")?.prepend(note);
}
