/** An engine's error with neither the password nor the token of its address in it. */
export function withoutCredentials(error: unknown, url: string): Error {
  const message = error instanceof Error ? error.message : String(error);
  const secrets = secretsOf(url);
  const clean = secrets.reduce((text, secret) => text.replaceAll(secret, "***"), message);
  // An error of several tries at one host name has an empty message.
  const code = (error as { code?: unknown } | null)?.code;
  return new Error(clean.trim() === "" ? String(code ?? "connection failed") : clean);
}

function secretsOf(url: string): string[] {
  const [, password] = /^[^:]+:\/\/[^:@/]*:([^@/]+)@/.exec(url) ?? [];
  const [, token] = /[;?&](?:token|password)=([^;&]+)/.exec(url) ?? [];
  return [password, token].flatMap((secret) => {
    if (!secret) return [];
    let decoded = secret;
    try {
      decoded = decodeURIComponent(secret);
    } catch {
      // written as it is
    }
    return [secret, decoded];
  });
}
