import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { systemReason } from "../notebook/system-reason";
import { KernelError } from "./kernel-error";
import { removeForgotten } from "./remove-forgotten";

/** What Jupyter's connection file says: where the kernel listens, and the key that signs messages. */
export interface ConnectionInfo {
  readonly transport: "tcp";
  /** In brackets where a machine's loopback has no IPv4: as it stands in an address before the port. */
  readonly ip: "127.0.0.1" | "[::1]";
  readonly shell_port: number;
  readonly iopub_port: number;
  readonly stdin_port: number;
  readonly control_port: number;
  readonly hb_port: number;
  readonly key: string;
  readonly signature_scheme: "hmac-sha256";
  readonly kernel_name: string;
}

export interface Connection {
  readonly info: ConnectionInfo;
  readonly file: string;
  /** The file's own, private folder. */
  readonly folder: string;
  /** Removes the file and its folder, and gives the ports back. */
  release(): void;
}

// Between our closing a port and the kernel's binding it, another kernel of ours must not be given it.
const portsInUse = new Set<number>();

/**
 * A connection of its own: free loopback ports, a random key, a file only its owner can read.
 *
 * @throws KernelError where the machine has no loopback or the temporary folder cannot be written to
 */
export async function openConnection(): Promise<Connection> {
  const { host, ports } = await freePorts(5);
  const [shell_port, iopub_port, stdin_port, control_port, hb_port] = ports as [
    number,
    number,
    number,
    number,
    number,
  ];
  const info: ConnectionInfo = {
    transport: "tcp",
    ip: host === "::1" ? "[::1]" : host,
    shell_port,
    iopub_port,
    stdin_port,
    control_port,
    hb_port,
    key: randomBytes(32).toString("hex"),
    signature_scheme: "hmac-sha256",
    kernel_name: "tslab",
  };
  const giveBack = (): void => {
    for (const port of ports) portsInUse.delete(port);
  };
  try {
    const { folder, file } = writePrivately(JSON.stringify(info));
    return {
      info,
      file,
      folder,
      release() {
        giveBack();
        rmSync(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    giveBack();
    throw error;
  }
}

const prefix = "klab-kernel-";

function writePrivately(text: string): { readonly folder: string; readonly file: string } {
  let folder: string | undefined;
  try {
    removeForgotten(tmpdir(), prefix);
    folder = mkdtempSync(join(tmpdir(), prefix)); // mode 0700
    const file = join(folder, "connection.json");
    writeFileSync(file, text, { mode: 0o600, flag: "wx" });
    return { folder, file };
  } catch (error) {
    if (folder) rmSync(folder, { recursive: true, force: true });
    const reason = systemReason(error) ?? (error as Error).message;
    throw new KernelError(
      `临时文件夹 ${tmpdir()} 用不了，可用 TMPDIR 另指一个 / the temporary folder ${tmpdir()} cannot be used, TMPDIR may name another: ${reason}`,
    );
  }
}

type Host = "127.0.0.1" | "::1";

/** `count` ports that were free a moment ago, all held at once so that they differ. */
async function freePorts(count: number): Promise<{ host: Host; ports: number[] }> {
  try {
    return { host: "127.0.0.1", ports: await freePortsOf("127.0.0.1", count) };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "EADDRNOTAVAIL") throw unusable(error);
  }
  try {
    return { host: "::1", ports: await freePortsOf("::1", count) };
  } catch (error) {
    throw unusable(error);
  }
}

function unusable(error: unknown): KernelError {
  const reason = systemReason(error) ?? (error as Error).message;
  return new KernelError(
    `本机回环网络用不了 / the loopback network of this machine cannot be used: ${reason}`,
  );
}

async function freePortsOf(host: Host, count: number): Promise<number[]> {
  const servers: Server[] = [];
  const ports: number[] = [];
  try {
    while (ports.length < count) {
      const server = await listen(host);
      servers.push(server);
      const { port } = server.address() as AddressInfo;
      if (portsInUse.has(port)) continue;
      portsInUse.add(port);
      ports.push(port);
    }
    return ports;
  } catch (error) {
    for (const port of ports) portsInUse.delete(port);
    throw error;
  } finally {
    await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
  }
}

function listen(host: Host): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen({ port: 0, host, exclusive: true }, () => resolve(server));
  });
}
