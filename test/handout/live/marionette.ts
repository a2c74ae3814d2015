import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const names = ["firefox-esr", "firefox"];

/** The command that starts Firefox here; undefined where there is none. */
export const firefoxCommand = (): string | undefined =>
  names.find((name) => spawnSync(name, ["--version"], { timeout: 30_000 }).status === 0);

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address ? address.port : 0;
}

async function opened(port: number): Promise<Socket> {
  for (let i = 0; i < 600; i += 1) {
    const socket = connect(port, "127.0.0.1");
    const isOpen = await new Promise<boolean>((resolve) => {
      socket.once("connect", () => resolve(true));
      socket.once("error", () => resolve(false));
    });
    if (isOpen) return socket;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("Firefox did not open its port");
}

/** Firefox, driven by the protocol that WebDriver speaks to it: lengths and JSON on a socket. */
export class Marionette {
  readonly #process: ChildProcess;
  readonly #socket: Socket;
  readonly #profile: string;
  readonly #waiting = new Map<number, (answer: readonly unknown[]) => void>();
  #received = Buffer.alloc(0);
  #sent = 0;

  private constructor(process: ChildProcess, socket: Socket, profile: string) {
    this.#process = process;
    this.#socket = socket;
    this.#profile = profile;
    socket.on("data", (data) => {
      this.#received = Buffer.concat([this.#received, data]);
      this.#read();
    });
  }

  static async start(command: string): Promise<Marionette> {
    const profile = mkdtempSync(join(tmpdir(), "klab-firefox-"));
    const port = await freePort();
    const settings = {
      "marionette.port": port,
      "network.proxy.type": 1,
      "network.proxy.http": "127.0.0.1",
      "network.proxy.http_port": 9,
      "network.proxy.ssl": "127.0.0.1",
      "network.proxy.ssl_port": 9,
    };
    const lines = Object.entries(settings).map(
      ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
    );
    writeFileSync(join(profile, "user.js"), lines.join("\n"));
    const child = spawn(
      command,
      ["--headless", "--no-remote", "--marionette", "--profile", profile],
      {
        stdio: "ignore",
      },
    );
    const marionette = new Marionette(child, await opened(port), profile);
    await marionette.send("WebDriver:NewSession", {});
    await marionette.send("WebDriver:SetTimeouts", { script: 170_000, pageLoad: 60_000 });
    return marionette;
  }

  #read(): void {
    for (;;) {
      const colon = this.#received.indexOf(":");
      const length = Number(this.#received.subarray(0, colon).toString());
      if (colon < 0 || this.#received.length < colon + 1 + length) return;
      const text = this.#received.subarray(colon + 1, colon + 1 + length).toString();
      this.#received = this.#received.subarray(colon + 1 + length);
      const message: unknown = JSON.parse(text);
      if (Array.isArray(message)) this.#waiting.get(message[1] as number)?.(message);
    }
  }

  /** @throws what Firefox says went wrong */
  async send(command: string, parameters: object): Promise<unknown> {
    const id = ++this.#sent;
    const text = JSON.stringify([0, id, command, parameters]);
    const answer = new Promise<readonly unknown[]>((resolve) => this.#waiting.set(id, resolve));
    this.#socket.write(`${Buffer.byteLength(text)}:${text}`);
    const [, , error, result] = await answer;
    if (error) throw new Error(JSON.stringify(error));
    return result;
  }

  /** The value that the last argument of a script's text, a callback, is called with. */
  async evaluate(script: string): Promise<unknown> {
    const result = await this.send("WebDriver:ExecuteAsyncScript", { script, args: [] });
    return (result as { readonly value: unknown }).value;
  }

  async close(): Promise<void> {
    this.#socket.destroy();
    const ended = new Promise((resolve) => this.#process.once("exit", resolve));
    this.#process.kill();
    await ended;
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
