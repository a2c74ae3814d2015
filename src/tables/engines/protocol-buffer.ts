/** The little of protocol buffers that Spark Connect's messages need: texts, bytes and messages, by field number. */
export type ProtocolField = readonly [field: number, value: string | Uint8Array];

/** A message of fields that are texts, bytes or messages (wire type 2). */
export function encoded(...fields: readonly ProtocolField[]): Uint8Array {
  const parts = fields.flatMap(([field, value]) => {
    const bytes = typeof value === "string" ? new TextEncoder().encode(value) : value;
    return [varint((field << 3) | 2), varint(bytes.length), bytes];
  });
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  let left = value;
  while (left > 127) {
    bytes.push((left & 127) | 128);
    left = Math.floor(left / 128);
  }
  bytes.push(left);
  return Uint8Array.from(bytes);
}

/** The fields of wire type 2 in a message, in their order; the others are stepped over. */
export function* fieldsOf(message: Uint8Array): Generator<readonly [field: number, Uint8Array]> {
  let at = 0;
  const next = (): number => {
    let [value, scale] = [0, 1];
    for (;;) {
      const byte = message[at++];
      if (byte === undefined) throw new RangeError("protocol buffer: ends within a number");
      value += (byte & 127) * scale;
      if (byte < 128) return value;
      scale *= 128;
    }
  };
  while (at < message.length) {
    const key = next();
    const [field, wire] = [Math.floor(key / 8), key % 8];
    if (wire === 0) next();
    else if (wire === 1) at += 8;
    else if (wire === 5) at += 4;
    else if (wire === 2) {
      const length = next();
      if (at + length > message.length)
        throw new RangeError("protocol buffer: ends within a field");
      yield [field, message.subarray(at, at + length)];
      at += length;
    } else throw new RangeError(`protocol buffer: wire type ${wire} is unknown`);
  }
}
