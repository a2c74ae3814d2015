import { remembered } from "./remembered";

/** Words of a search; each must be found. */
const wordsOf = (query: string): string[] =>
  query
    .normalize("NFKC")
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");

const plain = (text: string): string => text.normalize("NFKC").toLowerCase();

/** The boxes that say a lesson is done. */
function rememberDone(lessons: readonly HTMLElement[]): void {
  const count = document.querySelector<HTMLElement>("#done-count");
  const tell = (): void => {
    const done = lessons.filter((lesson) => lesson.querySelector("input")?.checked).length;
    if (count) count.textContent = `已完成${done}课，共${lessons.length}课。`;
  };
  for (const lesson of lessons) {
    const box = lesson.querySelector("input");
    const { lesson: name } = lesson.dataset;
    if (!box || name === undefined) continue;
    box.checked = remembered.get(`done-${name}`) === "yes";
    box.addEventListener("change", () => {
      remembered.set(`done-${name}`, box.checked ? "yes" : undefined);
      tell();
    });
  }
  tell();
}

/** Shows the lessons, and of each the sections, that hold every word. */
function search(lessons: readonly HTMLElement[], query: string, told: Element | null): void {
  const words = wordsOf(query);
  let shown = 0;
  for (const lesson of lessons) {
    const text = plain(`${lesson.dataset.text ?? ""} ${lesson.textContent ?? ""}`);
    const fits = words.every((word) => text.includes(word));
    lesson.hidden = !fits;
    if (fits) shown += 1;
    for (const section of lesson.querySelectorAll<HTMLElement>(".sections li")) {
      const own = plain(section.textContent ?? "");
      section.hidden = words.length === 0 || !words.some((word) => own.includes(word));
    }
  }
  if (told) told.textContent = words.length === 0 ? "" : `找到${shown}课。`;
}

/** What the script of a list of handouts does: it remembers what is done, and searches. */
export function runIndexPage(): void {
  const lessons = [...document.querySelectorAll<HTMLElement>(".lessons>li")];
  for (const control of document.querySelectorAll<HTMLElement>("[data-needs-script]"))
    control.hidden = false;
  rememberDone(lessons);
  const field = document.querySelector<HTMLInputElement>("#search");
  const told = document.querySelector("#found");
  field?.addEventListener("input", () => search(lessons, field.value, told));
}
