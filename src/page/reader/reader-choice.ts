import { remembered } from "../remembered";
import type { ReaderUnit } from "./unit-texts";

/** In what a reader wants values and labels; without either, as the lesson has them. */
export interface Choice {
  readonly unit?: ReaderUnit;
  readonly isEnglish: boolean;
}

/** What a reader chose, remembered on this device; those who draw hear of changes. */
export class ReaderChoice {
  #now: Choice;
  readonly #heard: ((choice: Choice) => void)[] = [];

  constructor() {
    const unit = remembered.get("unit");
    this.#now = {
      ...(unit === "nat" || unit === "bit" ? { unit } : {}),
      // What the page was made with, until its reader says otherwise.
      isEnglish: (remembered.get("labels") ?? document.documentElement.dataset.locale) === "en",
    };
  }

  get now(): Choice {
    return this.#now;
  }

  hear(heard: (choice: Choice) => void): void {
    this.#heard.push(heard);
  }

  set(choice: Choice): void {
    this.#now = choice;
    remembered.set("unit", choice.unit);
    remembered.set("labels", choice.isEnglish ? "en" : "zh-CN");
    for (const heard of this.#heard) heard(choice);
  }
}
