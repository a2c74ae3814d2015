// A frame of a V8 stack: "    at name (place:line:column)" or "    at place:line:column".
const frame =
  /^[ \t]+at (?:.*?\((.*:\d+:\d+)\)|(?:async )?((?:file:|node:|evalmachine|[\\/]|[A-Za-z]:[\\/]).*:\d+:\d+))( \{)?[ \t]*$/;

const inKernel =
  /^node:|[\\/]tslab[\\/](?:dist|node_modules)[\\/]|[\\/]typescript-for-tslab[\\/]|[\\/]src[\\/]kernel[\\/][\w-]+\.cjs:/;
/** What Node prints around an error besides its stack: the line of a file that threw, who required what. */
const nodeAdds: readonly RegExp[] = [
  /^(?:file:|node:|\/|[A-Za-z]:[\\/]).*:\d+\n.*\n[ \t]*\^+\n(?:\n|$)/gm,
  /^Require stack:\n(?:- .*(?:\n|$))+/gm,
  /,?\n[ \t]+requireStack: \[[^\]]*\]/g,
];

const inCell = /^evalmachine\.<anonymous>/;

/** `text` without the stack frames of Node and tslab, which no reader of a notebook has use for. */
export function withoutKernelFrames(text: string): string {
  return withoutFrames(text, (place) => inKernel.test(place));
}

/** `text` with the stack frames of cells only: the others, and what else Node adds, name files of one machine. */
export function withoutFileFrames(text: string): string {
  const told = nodeAdds.reduce((rest, addition) => rest.replace(addition, ""), text);
  return withoutFrames(told, (place) => !inCell.test(place));
}

function withoutFrames(text: string, drop: (place: string) => boolean): string {
  if (!/^[ \t]+at /m.test(text)) return text;
  const kept: string[] = [];
  for (const line of text.split("\n")) {
    const found = frame.exec(line);
    if (!found || !drop(found[1] ?? found[2] ?? "")) kept.push(line);
    // The last frame also opens the braces around an error's own properties.
    else if (found[3]) kept.push(`${kept.pop() ?? ""} {`);
  }
  return kept.join("\n");
}
