// A frame of a V8 stack: "    at name (place:line:column)" or "    at place:line:column".
const frame =
  /^[ \t]+at (?:.*?\((.*:\d+:\d+)\)|(?:async )?((?:file:|node:|evalmachine|[\\/]|[A-Za-z]:[\\/]).*:\d+:\d+))[ \t]*$/;

const inKernel = /^node:|[\\/]tslab[\\/]dist[\\/]/;
const inCell = /^evalmachine\.<anonymous>/;

/** `text` without the stack frames of Node and tslab, which no reader of a notebook has use for. */
export function withoutKernelFrames(text: string): string {
  return withoutFrames(text, (place) => inKernel.test(place));
}

/** `text` with the stack frames of cells only: the others name files of one machine. */
export function withoutFileFrames(text: string): string {
  return withoutFrames(text, (place) => !inCell.test(place));
}

function withoutFrames(text: string, drop: (place: string) => boolean): string {
  if (!/^[ \t]+at /m.test(text)) return text;
  return text
    .split("\n")
    .filter((line) => {
      const found = frame.exec(line);
      return !(found && drop(found[1] ?? found[2] ?? ""));
    })
    .join("\n");
}
