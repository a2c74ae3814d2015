import type { HandoutProgress } from "../handout/making/write-options";

const outcomes = {
  made: "做好 / made",
  kept: "没有变，保留 / unchanged, kept",
  failed: "没有做成，旧的保留 / not made, the older one stays",
} as const;

/** A line for each of several notebooks as its pages are there; of one alone the last line says all. */
export const progressText = ({ done, total, name, outcome }: HandoutProgress): string =>
  `[${done}/${total}] ${name}: ${outcomes[outcome]}`;
