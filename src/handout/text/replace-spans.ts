/** What begins a span, and what ends it. */
export interface Span {
  /** Global. */
  readonly opening: RegExp;
  /** Global; given what the opening found. */
  readonly closing: (opened: RegExpExecArray) => RegExp;
}

/**
 * Replaces each span of a text, however many are opened and never closed: a closing that was not found once is not
 * looked for again, so that the time stays in proportion to the text.
 */
export function replaceSpans(
  text: string,
  { opening, closing }: Span,
  replace: (whole: string, opened: RegExpExecArray, inside: string) => string,
): string {
  const absent = new Set<string>();
  const parts: string[] = [];
  let end = 0;
  opening.lastIndex = 0;
  for (let opened = opening.exec(text); opened; opened = opening.exec(text)) {
    const close = closing(opened);
    if (absent.has(close.source)) continue;
    const start = opened.index + opened[0].length;
    close.lastIndex = start;
    const closed = close.exec(text);
    if (!closed) {
      absent.add(close.source);
      continue;
    }
    const after = closed.index + closed[0].length;
    const whole = text.slice(opened.index, after);
    parts.push(
      text.slice(end, opened.index),
      replace(whole, opened, text.slice(start, closed.index)),
    );
    end = after;
    opening.lastIndex = after;
  }
  return parts.join("") + text.slice(end);
}
