import { unpackText } from "../unpack";
import { englishId } from "./english-id";
import { EnglishTexts, type TextPairs } from "./english-texts";
import { figureInEnglish } from "./figure-in-english";
import { type Drawing, figureInUnit, unitOfFigure } from "./figure-in-unit";
import type { ReaderChoice } from "./reader-choice";

/** What a page says as its reader chose; as the lesson has it until the English texts are read. */
export class ReaderWords {
  readonly #choice: ReaderChoice;
  #english: EnglishTexts | undefined;

  constructor(choice: ReaderChoice) {
    this.#choice = choice;
  }

  /** Reads the English texts, where they are wanted. */
  async prepare(page: Document): Promise<void> {
    const packed = page.getElementById(englishId)?.textContent;
    if (!this.#choice.now.isEnglish || this.#english || !packed) return;
    this.#english = new EnglishTexts(JSON.parse(await unpackText(packed)) as TextPairs);
  }

  /** Whether something is said otherwise than the lesson says it. */
  get isOther(): boolean {
    const { unit, isEnglish } = this.#choice.now;
    return unit !== undefined || isEnglish;
  }

  readonly label = (text: string): string =>
    this.#choice.now.isEnglish && this.#english ? this.#english.say(text) : text;

  drawing(drawing: Drawing): Drawing {
    const { unit, isEnglish } = this.#choice.now;
    const said = isEnglish && this.#english ? figureInEnglish(drawing, this.#english.say) : drawing;
    const own = unit === undefined ? undefined : unitOfFigure(drawing);
    return unit && own ? figureInUnit(said, own, unit) : said;
  }
}
