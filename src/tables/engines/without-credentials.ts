/** An engine's error with neither the password nor the token of its address in it. */
export function withoutCredentials(error: unknown, url: string): Error {
  const message = error instanceof Error ? error.message : String(error);
  const clean = secretsOf(url).reduce((text, secret) => text.replaceAll(secret, "***"), message);
  // An error of several tries at one host name has an empty message.
  const code = (error as { code?: unknown } | null)?.code;
  return new Error(clean.trim() === "" ? String(code ?? "connection failed") : clean);
}

/** As they are written and as they are meant, the longest first, lest a part be left of one. */
function secretsOf(url: string): string[] {
  // A password may hold an @ or a slash that should have been %40 or %2F: it ends at the last @ of all but the query.
  const [, password] = /^[^:]+:\/\/[^:@/?]*:([^?]+)@/.exec(url) ?? [];
  const named = [...url.matchAll(/[;?&](?:token|\w*password|passphrase)=([^;&]+)/gi)];
  return [password, ...named.map(([, secret]) => secret)]
    .flatMap((secret) => {
      if (!secret) return [];
      try {
        return [secret, decodeURIComponent(secret)];
      } catch {
        return [secret]; // written as it is
      }
    })
    .sort((a, b) => b.length - a.length);
}
