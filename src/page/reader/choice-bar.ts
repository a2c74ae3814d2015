import type { Choice, ReaderChoice } from "./reader-choice";

const words = {
  group: "数值的单位和标签的语言",
  english: "English",
  units: {
    "zh-CN": { nat: "数值以nat显示", bit: "数值以bit显示", asWritten: "数值照原文显示" },
    en: {
      nat: "Values are in nats",
      bit: "Values are in bits",
      asWritten: "Values are in the units of the text",
    },
  },
  chinese: "标签是中文",
  inEnglish: "Labels are in English",
} as const;

/** Buttons for the unit of values and the language of labels; what becomes of them is said once. */
export function choiceBar(page: Document, choice: ReaderChoice): void {
  const bar = page.createElement("div");
  bar.className = "choice";
  bar.setAttribute("role", "group");
  bar.setAttribute("aria-label", words.group);
  const status = page.createElement("span");
  status.setAttribute("role", "status");
  status.className = "unseen";
  const made: (() => void)[] = [];
  const button = (
    text: string,
    next: () => Choice,
    isOn: () => boolean,
    say: () => string,
  ): HTMLButtonElement => {
    const one = page.createElement("button");
    one.type = "button";
    one.textContent = text;
    const show = (): void => one.setAttribute("aria-pressed", String(isOn()));
    one.addEventListener("click", () => {
      choice.set(next());
      for (const each of made) each();
      status.textContent = say();
    });
    made.push(show);
    show();
    bar.append(one);
    return one;
  };
  for (const unit of ["nat", "bit"] as const) {
    button(
      unit,
      () => {
        const { unit: now, ...rest } = choice.now;
        return now === unit ? rest : { ...rest, unit };
      },
      () => choice.now.unit === unit,
      () => {
        const said = words.units[choice.now.isEnglish ? "en" : "zh-CN"];
        return choice.now.unit === unit ? said[unit] : said.asWritten;
      },
    );
  }
  const english = button(
    words.english,
    () => ({ ...choice.now, isEnglish: !choice.now.isEnglish }),
    () => choice.now.isEnglish,
    () => (choice.now.isEnglish ? words.inEnglish : words.chinese),
  );
  english.lang = "en";
  // A page has one live region a time; this one is there before it speaks.
  bar.addEventListener("focusin", () => bar.append(status), { once: true });
  page.querySelector(".masthead")?.append(bar);
}
