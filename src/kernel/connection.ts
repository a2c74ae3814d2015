import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
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
  /** Where the kernel writes which ports it has bound, once it has bound them all. */
  readonly portsFile: string;
  /** The connection with these ports; undefined until they are written. */
  bound(): ConnectionInfo | undefined;
  /** Removes the folder and what is in it. */
  release(): void;
}

/** In a connection file of ours: the kernel is to bind whichever port is free, and to say which it is. */
const slots = { shell_port: 1, iopub_port: 2, stdin_port: 3, control_port: 4, hb_port: 5 };

/**
 * A connection of its own: loopback, a random key, a file only its owner can read.
 *
 * Its ports are places that the kernel fills in as it binds (`kernel-own-ports.cjs`): a port that we found free could
 * be another program's, or another runner's kernel's, before ours binds it.
 *
 * @throws KernelError where the machine has no loopback or the temporary folder cannot be written to
 */
export async function openConnection(): Promise<Connection> {
  const host = await loopback();
  const info: ConnectionInfo = {
    transport: "tcp",
    ip: host === "::1" ? "[::1]" : host,
    ...slots,
    key: randomBytes(32).toString("hex"),
    signature_scheme: "hmac-sha256",
    kernel_name: "tslab",
  };
  const { folder, file } = writePrivately(JSON.stringify(info));
  const portsFile = join(folder, "ports.json");
  return {
    info,
    file,
    folder,
    portsFile,
    bound() {
      try {
        return { ...info, ...JSON.parse(readFileSync(portsFile, "utf8")) };
      } catch {
        return undefined; // not there yet: it comes whole, by a rename
      }
    },
    release: () => rmSync(folder, { recursive: true, force: true }),
  };
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

/** The machine's loopback address; where it has no IPv4, that of IPv6. */
async function loopback(): Promise<Host> {
  try {
    await tryToListen("127.0.0.1");
    return "127.0.0.1";
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "EADDRNOTAVAIL") throw unusable(error);
  }
  try {
    await tryToListen("::1");
    return "::1";
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

function tryToListen(host: Host): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen({ port: 0, host, exclusive: true }, () => server.close(() => resolve()));
  });
}
