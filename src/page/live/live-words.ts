/** What a page says of its live cells. */
export const liveWords = {
  run: "运行",
  runSmall: "小规模运行",
  stop: "停止",
  reset: "重置",
  code: (position: string): string => `第${position}格的代码`,
  waiting: "排队等候……",
  running: "正在运行……",
  before: (position: string): string => `先运行前面的第${position}格……`,
  done: (time: string): string => `运行完毕，用时${time}`,
  doneSmall: (time: string): string => `小规模运行完毕，用时${time}`,
  failed: "出错",
  failedAt: (line: number): string => `第${line}行`,
  stopped: "已停止。再运行时，会先重新运行前面的格。",
  tooLong: (seconds: number): string =>
    `${seconds}秒没有进展，已停止。再运行时，会先重新运行前面的格。`,
  broken: "这个浏览器不能在这一页里运行代码。",
  outdated: "代码改过，下面还是原来的输出。",
  edited: "代码改过",
  changedTo: "读者把上面的代码改成：",
  training: "训练要一些时间，按“运行”才开始，可以随时停止。",
  small: (values: string): string => `“小规模运行”改用${values}，快得多，结果也粗。`,
  notDeclared: (name: string): string =>
    `代码里没有单独一行的“const ${name} = 数;”，不能小规模运行。`,
  noPlotly: "这一页没有带能画这幅图的绘图库，只列出数据。",
  badFigure: "这幅图的数据有误，无法显示。",
  tooLarge: "输出太大，没有显示。",
  label: "标准错误",
  intro: "这一页的代码可以改，也可以运行：按“运行”，或在代码里按Shift+Enter。",
  tools: "整页",
  runAll: "全部运行",
  resetAll: "全部重置",
  save: "另存为",
  notebook: "下载为.ipynb",
  saved: "已生成文件，请看浏览器的下载。",
  savedBeside:
    "已生成文件，请看浏览器的下载。这一页要用到assets文件夹：把文件放回讲义所在的文件夹再打开。",
  forgetful: "这个浏览器不肯保存修改，离开这一页前请另存为。",
  computation: "运行代码",
} as const;

/** A time as a reader wants it: milliseconds, or seconds to a tenth. */
export const timeText = (milliseconds: number): string =>
  milliseconds < 1000
    ? `${Math.max(1, Math.round(milliseconds))}毫秒`
    : `${(milliseconds / 1000).toFixed(1)}秒`;
