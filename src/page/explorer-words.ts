const chinese = {
  controls: "控件",
  computation: "计算",
  tookTooLong: "计算太久，已停止。",
  tooMuchMemory: "用的内存太多，已停止。",
  noLibrary: "这里找不到klab的文件，控件不能用。",
  noFigure: "函数没有返回可画的图。",
  tooLarge: "图太大，没有画。",
  cannotBeDrawn: "这幅图无法绘制。",
  doesNotRun: "函数不能运行。",
};

const english: typeof chinese = {
  controls: "Controls",
  computation: "Computation",
  tookTooLong: "Took too long and was ended.",
  tooMuchMemory: "Took too much memory and was stopped.",
  noLibrary: "Controls need klab's files beside the page.",
  noFigure: "The function returned no figure.",
  tooLarge: "The figure is too large.",
  cannotBeDrawn: "The figure cannot be drawn.",
  doesNotRun: "The function does not run.",
};

/** What a page says of an explorer. */
export type ExplorerWords = typeof chinese;

export const explorerWords = { "zh-CN": chinese, en: english } as const;
