import type { Goal } from "./explorer-markup";
import type { ExplorerWords } from "./explorer-words";

/** What the reader may try, as a list; a goal that is reached stays marked. */
export class ExplorerGoals {
  private readonly items: readonly HTMLElement[];
  private readonly reached = new Set<number>();

  constructor(place: HTMLElement, goals: readonly Goal[], words: ExplorerWords) {
    const document = place.ownerDocument;
    const list = document.createElement("ul");
    list.setAttribute("aria-label", words.goals);
    list.style.cssText = "list-style:none;margin:0;padding:0";
    this.items = goals.map(({ text }) => {
      const item = document.createElement("li");
      item.style.cssText = "min-height:1.9rem;line-height:1.9rem;margin:0";
      item.textContent = `○ ${text}`;
      list.append(item);
      return item;
    });
    if (goals.length > 0) place.append(list);
  }

  /** Marks what is reached; returns the goals that are for the first time. */
  mark(states: readonly boolean[], goals: readonly Goal[]): string[] {
    return states.flatMap((isReached, i) => {
      if (!isReached || this.reached.has(i) || !this.items[i]) return [];
      this.reached.add(i);
      this.items[i].textContent = `✓ ${goals[i].text}`;
      this.items[i].style.fontWeight = "600";
      return [goals[i].text];
    });
  }
}
