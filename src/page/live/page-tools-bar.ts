import { liveWords } from "./live-words";

/** What can be done to all cells of a page at once. */
export interface PageActions {
  readonly runAll: () => void;
  readonly resetAll: () => void;
  readonly save: () => void;
  readonly notebook: () => void;
}

/** The bar of buttons at the head of a page, and where it says what became of them. */
export function pageToolsBar(page: Document, actions: PageActions) {
  const bar = page.createElement("div");
  bar.className = "live-tools";
  bar.setAttribute("role", "group");
  bar.setAttribute("aria-label", liveWords.tools);
  const intro = page.createElement("p");
  intro.textContent = liveWords.intro;
  const status = page.createElement("span");
  status.setAttribute("role", "status");
  const names = ["runAll", "resetAll", "save", "notebook"] as const;
  const buttons = names.map((name) => {
    const button = page.createElement("button");
    button.type = "button";
    button.textContent = liveWords[name];
    button.addEventListener("click", actions[name]);
    return button;
  });
  bar.append(intro, ...buttons, status);
  const heading = page.querySelector("main h1");
  const place = heading?.closest(".cell") ?? heading;
  if (place) place.after(bar);
  else page.querySelector("main")?.prepend(bar);
  return {
    say(text: string): void {
      status.textContent = text;
    },
  };
}
