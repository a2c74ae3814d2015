import { expect, test } from "vitest";
import { decodeMessage, encodeMessage, sign, WireError } from "../../src/kernel/wire";

const message = {
  header: {
    msg_id: "1",
    msg_type: "execute_request",
    session: "s",
    username: "u",
    date: "2026-01-01T00:00:00Z",
    version: "5.3",
  },
  parent_header: {},
  metadata: {},
  content: { code: "'散度 ‖ 😀'" },
};

test("the signature is HMAC-SHA256 (RFC 4231, test case 2)", () => {
  const parts = ["what do ya want ", "for nothing?"].map((text) => Buffer.from(text));
  expect(sign(parts, "Jefe")).toBe(
    "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
  );
});

test("a message survives the wire, whatever routing prefix is put before it", () => {
  const frames = encodeMessage(message, "key");
  expect(decodeMessage(frames, "key")).toEqual(message);
  expect(decodeMessage([Buffer.from("id"), Buffer.alloc(0), ...frames], "key")).toEqual(message);
  expect(decodeMessage([...frames, Buffer.from("a buffer")].slice(0, 6), "key")).toEqual(message);
});

test("an empty key leaves messages unsigned", () => {
  expect(decodeMessage(encodeMessage(message, ""), "")).toEqual(message);
});

test.each([
  ["another key", encodeMessage(message, "other")],
  ["no delimiter", encodeMessage(message, "key").slice(1)],
  ["too few parts", encodeMessage(message, "key").slice(0, 5)],
  [
    "a part that was changed",
    encodeMessage(message, "key").map((frame, index) => (index === 5 ? Buffer.from("{}") : frame)),
  ],
  ["nothing", []],
])("frames with %s are refused", (_, frames) => {
  expect(() => decodeMessage(frames, "key")).toThrow(WireError);
});
