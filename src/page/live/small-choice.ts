import { namesNotDeclared, withNumbers } from "../../words/with-numbers";
import { liveWords } from "./live-words";

/** name → number, as a cell's `data-small` has them. */
export type SmallValues = Readonly<Record<string, number>>;

/** What a training cell offers beside 运行: the same code with smaller numbers. */
export class SmallChoice {
  /** Whether the cell was last asked to run small: so it runs again for the sake of others. */
  isOn = false;
  readonly button: HTMLButtonElement;
  readonly note: string;
  readonly #values: SmallValues;

  constructor(values: SmallValues, page: Document, act: () => void) {
    this.#values = values;
    this.button = page.createElement("button");
    this.button.type = "button";
    this.button.textContent = liveWords.runSmall;
    this.button.addEventListener("click", act);
    const list = Object.entries(values).map(([name, value]) => `${name} = ${value}`);
    this.note = liveWords.small(list.join("，"));
  }

  /** The code that is run. */
  code(text: string): string {
    return this.isOn ? withNumbers(text, this.#values) : text;
  }

  /** Why code that a reader changed cannot be run small. */
  problem(text: string): string | undefined {
    const [missing] = namesNotDeclared(text, this.#values);
    return missing === undefined ? undefined : liveWords.notDeclared(missing);
  }
}

/** The choice of a cell whose element names smaller numbers. */
export function smallChoice(
  { dataset }: HTMLElement,
  page: Document,
  act: () => void,
): SmallChoice | undefined {
  const { small } = dataset;
  return small === undefined
    ? undefined
    : new SmallChoice(JSON.parse(small) as SmallValues, page, act);
}
