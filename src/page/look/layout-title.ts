/** A layout's title as plain text; empty where it has none. */
export function layoutTitle(layout: { readonly title?: unknown }): string {
  const { title } = layout;
  const text = typeof title === "object" && title !== null && "text" in title ? title.text : title;
  return typeof text === "string"
    ? text
        .replace(/<sub>KL<\/sub>|<[^>]*>/g, "")
        .replace(/&lt;/g, "<")
        .trim()
    : "";
}
