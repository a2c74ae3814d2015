import { shapeError } from "../words/errors";

/** Collects bits, some of which are only known once a later one is. */
export class BitWriter {
  readonly #parts: string[] = [];
  #chunk: string[] = [];
  #deferred = 0;

  /** A bit, then the deferred ones, which are its opposite. */
  write(bit: 0 | 1): void {
    this.#chunk.push(bit ? "1" : "0");
    while (this.#deferred > 0) {
      this.#chunk.push(bit ? "0" : "1");
      this.#deferred--;
    }
    if (this.#chunk.length > 8192) this.#flush();
  }

  defer(): void {
    this.#deferred++;
  }

  text(): string {
    this.#flush();
    return this.#parts.join("");
  }

  #flush(): void {
    this.#parts.push(this.#chunk.join(""));
    this.#chunk = [];
  }
}

/** Reads bits of a text; beyond its end they are 0. */
export class BitReader {
  readonly #code: string;
  #at = 0;

  constructor(code: string) {
    checkBits("arithmeticCoder.decode", code);
    this.#code = code;
  }

  /** How many bits beyond the end were read. */
  get beyond(): number {
    return this.#at - this.#code.length;
  }

  next(): 0 | 1 {
    return this.#code.charCodeAt(this.#at++) === 49 ? 1 : 0;
  }
}

/** Throws a TypeError unless `code` is a text of 0 and 1. */
export function checkBits(caller: string, code: unknown): asserts code is string {
  if (typeof code === "string" && !/[^01]/.test(code)) return;
  throw shapeError(
    caller,
    "code 应为由 0 和 1 组成的文本，由 encode 得到",
    'code must be a text of "0" and "1", made by encode',
  );
}
