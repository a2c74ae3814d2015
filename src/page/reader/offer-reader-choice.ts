import { choiceBar } from "./choice-bar";
import type { Drawing } from "./figure-in-unit";
import { PageTexts } from "./page-texts";
import { ReaderChoice } from "./reader-choice";
import { ReaderWords } from "./reader-words";

/** What a page's script asks of its reader's choice. */
export interface PageReader {
  /** A figure in the unit and the language that the reader chose. */
  drawing(drawing: Drawing): Drawing;
  /** Whether labels are in English. */
  isEnglish(): boolean;
  /** Offers the choice, and follows one that is remembered. */
  start(): Promise<void>;
}

function readerOf(redraw: () => Promise<void>): PageReader {
  const choice = new ReaderChoice();
  const words = new ReaderWords(choice);
  const texts = new PageTexts(document, choice, words);
  const follow = async (): Promise<void> => {
    await words.prepare(document);
    document.documentElement.classList.toggle("reworded", words.isOther);
    texts.apply();
    await redraw();
  };
  return {
    drawing: (drawing) => words.drawing(drawing),
    isEnglish: () => choice.now.isEnglish,
    async start() {
      choice.hear(() => void follow());
      choiceBar(document, choice);
      if (words.isOther) await follow();
    },
  };
}

/** In a handout: defines `klabReader`. */
export function offerReaderChoice(): void {
  window.klabReader = readerOf;
}
