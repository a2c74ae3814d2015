/** The languages klab speaks. */
export type Locale = "zh-CN" | "en";
