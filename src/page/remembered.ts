/** What a reader's device remembers for pages; nothing where a browser keeps nothing for pages from disk. */
export const remembered = {
  get(name: string): string | undefined {
    try {
      return localStorage.getItem(`klab-${name}`) ?? undefined;
    } catch {
      return undefined;
    }
  },

  set(name: string, value: string | undefined): void {
    try {
      if (value === undefined) localStorage.removeItem(`klab-${name}`);
      else localStorage.setItem(`klab-${name}`, value);
    } catch {
      // It holds for this visit only.
    }
  },
};
