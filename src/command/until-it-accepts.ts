import { connect } from "node:net";
import { setTimeout as wait } from "node:timers/promises";

/** How long a server may take from telling its address to accepting connections there. */
const patience = 20_000;

/**
 * Resolves once something accepts connections at `url`'s host and port, or after a while anyway.
 *
 * Jupyter prints its address before its event loop binds the port, so who reads the address may be faster than
 * the server. An address that only others reach (a proxy's) accepts nothing from here: hence the while.
 */
export async function untilItAccepts(url: string, limit: number = patience): Promise<void> {
  const { hostname, port, protocol } = new URL(url);
  const at = {
    // In a URL IPv6 addresses stand in brackets.
    host: hostname.replace(/^\[|\]$/g, ""),
    port: Number(port) || (protocol === "https:" ? 443 : 80),
  };
  const end = Date.now() + limit;
  while (Date.now() < end) {
    if (await accepts(at, end - Date.now())) return;
    await wait(50);
  }
}

function accepts(at: { host: string; port: number }, limit: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(at);
    const done = (accepted: boolean) => (): void => {
      socket.destroy();
      resolve(accepted);
    };
    socket.setTimeout(limit, done(false));
    socket.once("connect", done(true)).once("error", done(false));
  });
}
