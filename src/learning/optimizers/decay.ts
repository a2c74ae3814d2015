import { checkOption } from "../../words/check-option";
import type { OptionKind } from "../../words/option-kinds";

/** A number from 0 to below 1: how much of a running mean is kept. */
export const decay: OptionKind = (caller, name, value) =>
  checkOption(caller, name, value, {
    accepts: (x) => x >= 0 && x < 1,
    zh: "≥ 0 且 < 1 的数",
    en: "a number ≥ 0 and < 1",
  });
