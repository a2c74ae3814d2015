import { compactPath } from "./compact-path";
import { plainMarks } from "./plain-marks";

/** Numbers in a tag without quotes, as HTML takes them. */
const bare = (tag: string): string =>
  tag.replace(
    / (x|y|cx|cy|r|width|height)="(-?[\d.]+)"(\/?)/g,
    (_, name: string, value: string, end: string) => ` ${name}=${value}${end && " /"}`,
  );

/** The looks of a page's pictures, each said once: Plotly writes them out with every mark. */
export class PictureLooks {
  readonly #names = new Map<string, string>();

  /** A picture's elements under the class that has their look. */
  named(svg: string): string {
    const named = svg.replace(/ style="([^"]*)"(\/?)/g, (whole, style: string, end: string) => {
      if (!isRule(style)) return whole;
      const name = this.#names.get(style) ?? `p${this.#names.size.toString(36)}`;
      this.#names.set(style, name);
      // A name that stands bare would take a slash for its own.
      return ` class=${name}${end && " /"}`;
    });
    return named.replace(/<[a-z][^<>]*>/gi, bare);
  }

  css(): string {
    return [...this.#names].map(([style, name]) => `.still .${name}{${unescaped(style)}}`).join("");
  }
}

/** What says as a rule what it says as an attribute, and ends neither the rule nor the style sheet. */
const isRule = (style: string): boolean =>
  /^[\w\s:;,.#%()'+-]*$/.test(style.replace(/&(?:quot|#39);/g, "'")) &&
  (unescaped(style).match(/"/g)?.length ?? 0) % 2 === 0 &&
  (unescaped(style).match(/'/g)?.length ?? 0) % 2 === 0;

const unescaped = (style: string): string => style.replace(/&quot;/g, '"').replace(/&#39;/g, "'");

const hundredths = (text: string): string =>
  text.replace(/-?\d+\.\d{3,}(?:e-?\d+)?/g, (number) =>
    String(Math.round(Number(number) * 100) / 100),
  );

/** Groups that hold nothing, from the inside out. */
function withoutEmptyGroups(svg: string): string {
  const next = svg.replace(/<g>\s*<\/g>|<path(?: d="M0,0")?(?: style="[^"]*")?><\/path>/g, "");
  return next === svg ? svg : withoutEmptyGroups(next);
}

/** A picture of Plotly's in fewer characters; what is seen stays. */
export const compactPicture = (svg: string): string =>
  plainMarks(withoutEmptyGroups(svg))
    .replace(/ d="([^"]*)"/g, (_, path: string) => ` d="${compactPath(path)}"`)
    .replace(
      / (transform|x|y|width|height|points)="([^"]*)"/g,
      (_, name: string, value: string) => ` ${name}="${hundredths(value)}"`,
    )
    .replace(/><\/(?:path|rect|circle|line)>/g, "/>");
