import { randomUUID } from "node:crypto";
import type { ConnectionInfo } from "./connection";
import type { OpenHandle } from "./run-result";
import { decodeMessage, encodeMessage, type Message, WireError } from "./wire";

export type ZeroMq = typeof import("zeromq");

export interface Reply {
  readonly id: string;
  readonly content: Readonly<Record<string, unknown>>;
}

/** Milliseconds: where only timers are pending (an interval never ends), and where something else is. */
export interface SettleLimits {
  readonly timers: number;
  readonly work: number;
}

interface Pending {
  reply?: Reply;
  idle: boolean;
  readonly resolve: (reply: Reply) => void;
  readonly reject: (reason: unknown) => void;
}

/** Jupyter's messages to and from one kernel: requests and replies (shell), outputs (iopub). */
export class KernelClient {
  private readonly session = randomUUID();
  private readonly shell;
  private readonly iopub;
  private readonly pending = new Map<string, Pending>();
  private heart?: import("zeromq").Request;
  private closed: unknown;

  constructor(
    private readonly zeromq: ZeroMq,
    private readonly connection: ConnectionInfo,
    /** Called for each message of iopub except statuses, with the id of the request it belongs to. */
    private readonly onOutput: (parent: string, message: Message) => void,
  ) {
    const socket = this.socketOptions();
    this.shell = new zeromq.Dealer({ ...socket, routingId: this.session });
    // No limit to what may wait here: a full queue would make the kernel drop outputs.
    this.iopub = new zeromq.Subscriber({ ...socket, receiveHighWaterMark: 0 });
    const { transport, ip } = connection;
    this.shell.connect(`${transport}://${ip}:${connection.shell_port}`);
    this.iopub.connect(`${transport}://${ip}:${connection.iopub_port}`);
    this.iopub.subscribe();
    void this.listen(this.shell, (message) => this.receiveReply(message));
    void this.listen(this.iopub, (message) => this.receiveOutput(message));
  }

  /** Sends a request; resolves when both its reply and the kernel's "idle" for it have come. */
  request(
    type: string,
    content: Readonly<Record<string, unknown>>,
    onSent: (id: string) => void = () => {},
  ): Promise<Reply> {
    return new Promise((resolve, reject) => {
      if (this.closed) return reject(this.closed);
      const header = {
        msg_id: randomUUID(),
        msg_type: type,
        session: this.session,
        username: "klab",
        date: new Date().toISOString(),
        version: "5.3",
      };
      this.pending.set(header.msg_id, { idle: false, resolve, reject });
      onSent(header.msg_id);
      const message = { header, parent_header: {}, metadata: {}, content };
      this.shell.send(encodeMessage(message, this.connection.key)).catch(reject);
    });
  }

  /**
   * Waits until cells have nothing open in the kernel that ends by itself, at most `limits` milliseconds, and tells
   * what is open then. Only the kernel that tslab-kernel.cjs starts knows the question; others answer at once.
   */
  async settle(limits: SettleLimits): Promise<readonly OpenHandle[]> {
    if (this.closed) throw this.closed;
    const { transport, ip, hb_port } = this.connection;
    const heart = new this.zeromq.Request(this.socketOptions());
    this.heart = heart;
    try {
      heart.connect(`${transport}://${ip}:${hb_port}`);
      await heart.send(["klab settle", JSON.stringify(limits)]);
      const [, open] = await heart.receive();
      const answer: unknown = JSON.parse(`${open ?? "[]"}`);
      return Array.isArray(answer) ? answer : []; // another kernel's heart sends back what it got
    } catch (error) {
      throw this.closed ?? error;
    } finally {
      this.heart = undefined;
      heart.close();
    }
  }

  /** Closes the sockets; what still waits for a reply is rejected with `reason`. */
  close(reason: unknown): void {
    if (this.closed) return;
    this.closed = reason;
    for (const { reject } of this.pending.values()) reject(reason);
    this.pending.clear();
    this.shell.close();
    this.iopub.close();
    this.heart?.close();
  }

  private socketOptions(): { linger: number; reconnectInterval: number; ipv6: boolean } {
    return { linger: 0, reconnectInterval: 20, ipv6: this.connection.ip === "[::1]" };
  }

  private async listen(
    socket: AsyncIterable<Buffer[]>,
    receive: (message: Message) => void,
  ): Promise<void> {
    try {
      for await (const frames of socket) {
        try {
          receive(decodeMessage(frames, this.connection.key));
        } catch (error) {
          // Not from our kernel: somebody else on this machine spoke to the port.
          if (!(error instanceof WireError)) throw error;
        }
      }
    } catch (error) {
      this.close(error);
    }
  }

  private receiveReply({ parent_header, content }: Message): void {
    const id = parent_header.msg_id ?? "";
    const pending = this.pending.get(id);
    if (!pending) return;
    pending.reply = { id, content };
    this.finish(id, pending);
  }

  private receiveOutput(message: Message): void {
    const id = message.parent_header.msg_id ?? "";
    const pending = this.pending.get(id);
    if (message.header.msg_type !== "status") {
      this.onOutput(id, message);
    } else if (pending && message.content.execution_state === "idle") {
      pending.idle = true;
      this.finish(id, pending);
    }
  }

  private finish(id: string, { reply, idle, resolve }: Pending): void {
    if (!reply || !idle) return;
    this.pending.delete(id);
    resolve(reply);
  }
}
