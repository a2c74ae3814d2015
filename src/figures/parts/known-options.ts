import { checkedLater, type OptionKind, text } from "../../words/option-kinds";

/** What every figure can be told, for `checkOptions`. */
export const titleOptions: Readonly<Record<string, OptionKind>> = {
  title: text,
  locale: checkedLater,
};

/** As `titleOptions`, of a figure with a unit. */
export const unitOptions: Readonly<Record<string, OptionKind>> = {
  base: checkedLater,
  ...titleOptions,
};
