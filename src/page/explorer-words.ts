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
  reset: "恢复起点",
  link: "复制此刻的链接",
  copied: "链接已复制",
  outOfRange: (label: string, low: string, high: string): string =>
    `“${label}”应是${low}至${high}的数`,
  handle: (label: string): string => `图上拖动：${label}`,
  goals: "试试看",
  reached: "做到了：",
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
  reset: "Reset",
  link: "Copy a link to this",
  copied: "Link copied",
  outOfRange: (label, low, high) => `“${label}” must be a number from ${low} to ${high}`,
  handle: (label) => `Drag in the figure: ${label}`,
  goals: "Try",
  reached: "Reached: ",
};

/** What a page says of an explorer. */
export type ExplorerWords = typeof chinese;

export const explorerWords = { "zh-CN": chinese, en: english } as const;
