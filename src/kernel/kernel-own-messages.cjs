// In the kernel's process: tslab ends what it does with an error where a message is malformed or signed with another
// key, as of another program that spoke to the port by mistake. Such a message is not for this kernel.
const { createHmac, timingSafeEqual } = require("node:crypto");

/** Whether `frames` are a Jupyter message signed with `key`; an empty key means unsigned. */
exports.isOwnMessage = function isOwnMessage(frames, key) {
  const start = frames.findIndex((frame) => frame.toString("latin1") === "<IDS|MSG>");
  const [signature, ...parts] = start < 0 ? [] : frames.slice(start + 1);
  if (!signature || parts.length < 4) return false;
  if (key !== "" && !isSigned(signature.toString("latin1"), parts, key)) return false;
  try {
    const [header] = parts.slice(0, 4).map((part) => JSON.parse(part.toString()));
    return typeof header?.msg_type === "string";
  } catch {
    return false;
  }
};

function isSigned(signature, parts, key) {
  const hmac = createHmac("sha256", key);
  for (const part of parts) hmac.update(part);
  const [said, due] = [signature, hmac.digest("hex")].map((text) => Buffer.from(text));
  return said.length === due.length && timingSafeEqual(said, due);
}
