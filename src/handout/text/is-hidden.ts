/** Whether an author hid an element: what is in it is not shown either. */
export const isHidden = ({ hidden, style = "" }: Readonly<Record<string, string>>): boolean =>
  hidden !== undefined || /(?:^|;)\s*display\s*:\s*none\b/i.test(style);

/** Stands for a hidden element: its content goes with it. */
export const hiddenTag = { tagName: "template", attribs: {} };
