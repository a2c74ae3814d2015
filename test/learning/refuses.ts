import { expect } from "vitest";

/** Of a training: its first step is refused, and the message says so in both languages. */
export async function refuses(
  call: () => AsyncIterable<unknown>,
  kind: new () => Error,
  message: RegExp,
): Promise<void> {
  const run = async (): Promise<void> => {
    for await (const _state of call());
  };
  await expect(run()).rejects.toThrow(kind);
  await expect(run()).rejects.toThrow(message);
  await expect(run()).rejects.toThrow(/[一-鿿].* \/ .*[a-z]/);
}
