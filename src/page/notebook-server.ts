/** Where a notebook server serves the files of its folder, ending in "/"; undefined in a page from disk. */
export function serverFiles(): string | undefined {
  const settings = document.getElementById("jupyter-config-data");
  if (!settings) return undefined;
  const { baseUrl } = JSON.parse(settings.textContent ?? "{}") as { readonly baseUrl?: string };
  return `${baseUrl || "/"}files/`;
}

/** Runs a script file; refuses where there is none. */
export function runFile(src: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.charset = "utf-8";
    script.src = src;
    script.onload = () => resolve();
    script.onerror = () => {
      script.remove();
      reject(new Error(`${src} not found`));
    };
    document.head.append(script);
  });
}

/** The first of several tries that comes to something. */
export async function firstOf<T>(
  places: readonly string[],
  attempt: (place: string) => Promise<T>,
): Promise<T> {
  for (const place of places) {
    try {
      return await attempt(place);
    } catch {
      // the next
    }
  }
  throw new Error(`found none of ${places.join(", ")}`);
}
