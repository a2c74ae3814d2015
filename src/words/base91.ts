/** Printable, and none that ends a script element, a string in it, or an attribute: 91 of ASCII's 94. */
const alphabet = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i)).filter(
  (character) => !'<"\\'.includes(character),
);

const radix = 91;
/** Thirteen bits, of which two characters hold a little more: where what they say is small, fourteen. */
const chunk = 2 ** 13;
const small = radix * radix - chunk - 1;

/**
 * Bytes as text, their number before them: 1.23 characters each, where base64 takes 1.33.
 *
 * Source: J. Henke, basE91, 2006.
 */
export function toBase91(bytes: Uint8Array): string {
  const parts: string[] = [];
  let kept = 0;
  let count = 0;
  const put = (value: number): void => {
    parts.push(alphabet[value % radix], alphabet[Math.floor(value / radix)]);
  };
  const size = [0, 8, 16, 24].map((shift) => (bytes.length >>> shift) & 255);
  const add = (byte: number): void => {
    kept |= byte << count;
    count += 8;
    if (count <= 13) return;
    const low = kept & (chunk - 1);
    const width = low > small ? 13 : 14;
    put(width === 13 ? low : kept & (2 * chunk - 1));
    kept >>= width;
    count -= width;
  };
  for (const byte of size) add(byte);
  for (const byte of bytes) add(byte);
  if (count > 0) put(kept);
  return parts.join("");
}

/** The bytes that `toBase91` made text of. */
export function fromBase91(text: string): Uint8Array<ArrayBuffer> {
  const values = new Uint8Array(128);
  for (const [value, character] of alphabet.entries()) values[character.charCodeAt(0)] = value;
  const bytes = new Uint8Array(Math.floor(((text.length / 2) * 14) / 8) + 1);
  let length = 0;
  let kept = 0;
  let count = 0;
  for (let i = 0; i + 1 < text.length; i += 2) {
    const value = values[text.charCodeAt(i)] + radix * values[text.charCodeAt(i + 1)];
    kept |= value << count;
    count += (value & (chunk - 1)) > small ? 13 : 14;
    for (; count > 7; count -= 8) {
      bytes[length++] = kept & 255;
      kept >>= 8;
    }
  }
  const [a, b, c, d] = bytes;
  const size = a + (b << 8) + (c << 16) + d * 2 ** 24;
  if (size > length - 4) throw new RangeError("文字不完整 / the text is cut short");
  return bytes.slice(4, 4 + size);
}
