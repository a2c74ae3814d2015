import type { MarkdownIt } from "markdown-it";

/** `- [ ]` and `- [x]` are boxes, empty and ticked. */
export function taskLists(md: MarkdownIt): void {
  md.core.ruler.after("inline", "task_lists", ({ tokens }) => {
    tokens.forEach((token, index) => {
      const isFirst =
        tokens[index - 1]?.type === "paragraph_open" &&
        tokens[index - 2]?.type === "list_item_open";
      const text = isFirst ? token.children?.[0] : undefined;
      if (text?.type !== "text") return;
      text.content = text.content.replace(/^\[ \]\s+/, "☐ ").replace(/^\[[xX]\]\s+/, "☑ ");
    });
  });
}
