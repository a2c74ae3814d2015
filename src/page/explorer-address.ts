import type { Values } from "./control";

/** Where an explorer's position is kept, so that a teacher can send it. */
export interface ExplorerAddress {
  /** What the page was opened with; empty where that is of another figure. */
  read(): Readonly<Record<string, unknown>>;
  /** Keeps the values in the page's address; returns the address. */
  write(values: Values): string;
}

const typed = (text: string): string | number | boolean => {
  if (text === "true" || text === "false") return text === "true";
  return text.trim() !== "" && Number.isFinite(Number(text)) ? Number(text) : text;
};

/** The id and the values in a fragment "#figure-3?mu=1&sigma=2"; no id of a page has a question mark. */
export function readFragment(hash: string): {
  readonly id: string;
  readonly values: Readonly<Record<string, unknown>>;
} {
  const [id, query = ""] = hash.replace(/^#/, "").split("?");
  const entries = [...new URLSearchParams(query)].slice(0, 20);
  return { id, values: Object.fromEntries(entries.map(([name, text]) => [name, typed(text)])) };
}

/** The address of the page's explorer `id`, in the page's own fragment. */
export const addressOf = (id: string): ExplorerAddress => ({
  read: () => {
    const fragment = readFragment(location.hash);
    return fragment.id === id ? fragment.values : {};
  },
  write: (values) => {
    const query = new URLSearchParams(
      Object.entries(values).map(([name, value]) => [name, String(value)]),
    );
    const address = `${location.href.split("#")[0]}#${id}?${query}`;
    try {
      history.replaceState(null, "", address);
    } catch {
      // A page from disk may refuse; the link is as good.
    }
    return address;
  },
});
