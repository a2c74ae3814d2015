import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What Jupyter's connection file says: where the kernel listens, and the key that signs messages. */
export interface ConnectionInfo {
  readonly transport: "tcp";
  readonly ip: "127.0.0.1";
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
  /** Removes the file and its folder, and gives the ports back. */
  release(): void;
}

// Between our closing a port and the kernel's binding it, another kernel of ours must not be given it.
const portsInUse = new Set<number>();

/** A connection of its own: free loopback ports, a random key, a file only its owner can read. */
export async function openConnection(): Promise<Connection> {
  const ports = await freePorts(5);
  const [shell_port, iopub_port, stdin_port, control_port, hb_port] = ports as [
    number,
    number,
    number,
    number,
    number,
  ];
  const info: ConnectionInfo = {
    transport: "tcp",
    ip: "127.0.0.1",
    shell_port,
    iopub_port,
    stdin_port,
    control_port,
    hb_port,
    key: randomBytes(32).toString("hex"),
    signature_scheme: "hmac-sha256",
    kernel_name: "tslab",
  };
  const folder = mkdtempSync(join(tmpdir(), "klab-kernel-")); // mode 0700
  const file = join(folder, "connection.json");
  writeFileSync(file, JSON.stringify(info), { mode: 0o600, flag: "wx" });
  return {
    info,
    file,
    release() {
      for (const port of ports) portsInUse.delete(port);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** `count` ports that were free a moment ago, all held at once so that they differ. */
async function freePorts(count: number): Promise<number[]> {
  const servers: Server[] = [];
  const ports: number[] = [];
  try {
    while (ports.length < count) {
      const server = await listen();
      servers.push(server);
      const { port } = server.address() as AddressInfo;
      if (portsInUse.has(port)) continue;
      portsInUse.add(port);
      ports.push(port);
    }
  } finally {
    await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
  }
  return ports;
}

function listen(): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen({ port: 0, host: "127.0.0.1", exclusive: true }, () => resolve(server));
  });
}
