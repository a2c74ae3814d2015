/** Hands a file to the browser's download. */
export function download(name: string, type: string, text: string, page: Document): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = page.createElement("a");
  link.href = url;
  link.download = name;
  page.body.append(link);
  link.click();
  link.remove();
  // The download begins after this task.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** The page's file name without its ending. */
export function pageName(): string {
  const last = decodeURIComponent(location.pathname.split("/").pop() ?? "");
  return last.replace(/\.html?$/i, "") || "handout";
}
