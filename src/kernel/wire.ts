import { createHmac, timingSafeEqual } from "node:crypto";

// The wire protocol of Jupyter messages, version 5.3:
// https://jupyter-client.readthedocs.io/en/stable/messaging.html#the-wire-protocol

export interface MessageHeader {
  readonly msg_id: string;
  readonly msg_type: string;
  readonly session: string;
  readonly username: string;
  readonly date: string;
  readonly version: string;
}

export interface Message {
  readonly header: MessageHeader;
  readonly parent_header: Partial<MessageHeader>;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly content: Readonly<Record<string, unknown>>;
}

/** Frames that are no message of this kernel: malformed, or signed with another key. */
export class WireError extends Error {
  override readonly name: string = "WireError";
}

const delimiter = Buffer.from("<IDS|MSG>");

/** HMAC-SHA256 of the four JSON parts (and buffers), in hexadecimal. An empty key means unsigned. */
export function sign(parts: readonly Buffer[], key: string): string {
  if (key === "") return "";
  const hmac = createHmac("sha256", key);
  for (const part of parts) hmac.update(part);
  return hmac.digest("hex");
}

/** The frames of `message`, after whatever routing prefix the socket adds. */
export function encodeMessage(message: Message, key: string): Buffer[] {
  const parts = [message.header, message.parent_header, message.metadata, message.content].map(
    (part) => Buffer.from(JSON.stringify(part)),
  );
  return [delimiter, Buffer.from(sign(parts, key)), ...parts];
}

/**
 * The message in `frames`, its signature checked.
 *
 * @throws WireError for frames without delimiter, with too few parts, a wrong signature or no JSON
 */
export function decodeMessage(frames: readonly Buffer[], key: string): Message {
  const start = frames.findIndex((frame) => frame.equals(delimiter));
  if (start < 0) throw new WireError("no <IDS|MSG> delimiter");
  const [signature, ...parts] = frames.slice(start + 1);
  if (!signature || parts.length < 4) throw new WireError(`${parts.length} parts, expected 4`);
  const expected = Buffer.from(sign(parts, key));
  if (signature.length !== expected.length || !timingSafeEqual(signature, expected)) {
    throw new WireError("wrong signature");
  }
  try {
    const [header, parent_header, metadata, content] = parts
      .slice(0, 4)
      .map((part) => JSON.parse(part.toString("utf8")));
    return { header, parent_header, metadata, content };
  } catch (error) {
    throw new WireError(`not JSON: ${(error as Error).message}`);
  }
}
