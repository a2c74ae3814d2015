// In the kernel's process: bounds what one cell's outputs take, in memory here, on the way and in the notebook.
// Text is kept from its beginning up to the limit, and its last lines, for an error stands there; between them is
// said how much is left out. A picture that begins within the limit is kept whole, unless it is monstrous.

/** What nbformat puts around an output. */
const outputSize = 200;
/** A single picture or table may be larger than the limit, up to this many bytes. */
const largestOutput = 16_000_000;
/** What may be sent to change outputs in place, in limits of a cell: a counter changes often and stores little. */
const updatesAllowed = 16;
const tailKept = 8_000;
/** What comes after the cell has ended (timers) is passed on in turns; so many characters of it once over the limit. */
const lateTail = 64_000;
/** Python's JSON reader, and so Jupyter, takes no more than about a thousand levels. */
const deepest = 256;

// Of these the runner must hear, whatever was printed before: tslab prints them and calls the cell fine.
const urgent = /^(?:UncaughtException|UnhandledPromiseRejection):/;
const urgentAllowed = 20;
const urgentLength = 32_000;

const { setImmediate } = globalThis; // a cell may replace it

/** Bytes of `text` in a notebook's JSON, nearly: each line is a string of its own. */
function storedSize(text) {
  let lines = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines++;
  return Buffer.byteLength(text) + 8 * lines;
}

/** The longest beginning of `text` that takes at most `size`, whole characters. */
function beginning(text, size) {
  let left = size;
  let at = 0;
  while (at < text.length) {
    const code = text.codePointAt(at);
    left -= code === 10 ? 9 : code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (left < 0) break;
    at += code > 0xffff ? 2 : 1;
  }
  return text.slice(0, at);
}

/** Whether `value` nests deeper than JSON's readers follow. Depth first, and not for ever: members may be shared. */
function isTooDeep(value) {
  const stack = [{ value, depth: 0 }];
  for (let steps = 0; stack.length > 0 && steps < 1_000_000; steps++) {
    const { value: outer, depth } = stack.pop();
    if (typeof outer !== "object" || outer === null || ArrayBuffer.isView(outer)) continue;
    if (depth > deepest) return true;
    for (const inner of Object.values(outer)) {
      if (typeof inner === "object" && inner !== null)
        stack.push({ value: inner, depth: depth + 1 });
    }
  }
  return false;
}

const megabytes = (size) => `${Number((size / 1e6).toPrecision(3))} MB`;

class CellGate {
  constructor(limit, shown, writeStream, writeDisplay) {
    Object.assign(this, { limit, shown, writeStream, writeDisplay });
    this.room = limit;
    this.updateRoom = updatesAllowed * limit;
    this.urgentLeft = urgentAllowed;
    this.lateRoom = lateTail;
    this.held = new Map(); // stream → { tail, length }
    this.heldUpdates = new Map();
    this.displaysLeftOut = 0;
    this.ended = false;
    this.scheduled = false;
  }

  stream(name, text) {
    if (name === "stderr" && urgent.test(text) && this.urgentLeft > 0) {
      this.urgentLeft--;
      return this.writeStream(name, text.slice(0, urgentLength));
    }
    const held = this.held.get(name);
    if (!held && name !== this.lastStream) this.room -= outputSize; // another output of the cell
    this.lastStream = name;
    if (!held && text.length <= this.room) {
      const size = storedSize(text);
      if (size <= this.room) {
        this.room -= size;
        return this.writeStream(name, text);
      }
    }
    const head = held ? "" : beginning(text, Math.max(0, this.room));
    if (!held) this.room = 0;
    if (head !== "") this.writeStream(name, head);
    this.hold(
      name,
      text.length - head.length,
      text.slice(Math.max(head.length, text.length - tailKept)),
    );
  }

  hold(name, length, end) {
    const held = this.held.get(name) ?? { tail: "", length: 0 };
    this.held.set(name, held);
    held.length += length;
    held.tail += end;
    // A slice of a long text keeps the whole of it alive; a copy does not.
    if (held.tail.length > 4 * tailKept)
      held.tail = Buffer.from(held.tail.slice(-tailKept)).toString();
    this.flushSoon();
  }

  display(content, isUpdate) {
    const id = content.transient?.display_id;
    if (isUpdate && !this.shown.has(id)) return; // what it would change was left out
    const output = this.fitting(content);
    const size = sizeOf(output);
    if (isUpdate) {
      this.updateRoom -= size;
      if (this.updateRoom >= 0) return this.writeDisplay(output, true);
      this.heldUpdates.set(id, output);
      return this.flushSoon();
    }
    if (this.room <= 0) {
      this.displaysLeftOut++;
      return this.flushSoon();
    }
    this.room -= size;
    this.lastStream = undefined;
    if (id !== undefined) this.shown.add(id);
    this.writeDisplay(output, isUpdate);
  }

  /** `content`, or a note in its place where it cannot be stored. */
  fitting(content) {
    const values = Object.values(content.data ?? {});
    if (values.some(isTooDeep)) {
      return noteInPlace(
        content,
        `…（输出嵌套超过 ${deepest} 层，没有存 / the output nests deeper than ${deepest} levels and is not stored）`,
      );
    }
    if (values.every((value) => typeof value === "string") || !isTooLarge(content)) {
      const size = sizeOf(content);
      if (size <= largestOutput) return content;
    }
    return noteInPlace(
      content,
      `…（输出超过 ${megabytes(largestOutput)}，没有存 / the output exceeds ${megabytes(largestOutput)} and is not stored）`,
    );
  }

  flushSoon() {
    if (!this.ended || this.scheduled) return;
    this.scheduled = true;
    setImmediate(() => {
      this.scheduled = false;
      this.flush();
    });
  }

  /** The cell has ended: what was held back is told. */
  end() {
    this.ended = true;
    this.flush();
  }

  flush() {
    for (const [name, held] of this.held) {
      if (held.length === 0) continue;
      const tail = held.tail.slice(-tailKept);
      if (this.lateRoom < tail.length) continue;
      this.lateRoom -= tail.length;
      const leftOut = held.length - tail.length;
      const whole = leftOut > 0 ? tail.slice(tail.indexOf("\n") + 1) : tail;
      this.writeStream(
        name,
        leftOut > 0 ? `${this.note(held.length - whole.length)}${whole}` : tail,
      );
      Object.assign(held, { tail: "", length: 0 });
    }
    for (const content of this.heldUpdates.values()) this.writeDisplay(content, true);
    this.heldUpdates.clear();
    if (this.displaysLeftOut > 0 && this.lateRoom > 0) {
      const count = this.displaysLeftOut;
      this.displaysLeftOut = 0;
      this.lateRoom -= 100;
      this.writeStream(
        "stdout",
        `\n…（又有 ${count} 项输出略去：每个单元格存 ${megabytes(this.limit)} / ${count} more outputs left out: ${megabytes(this.limit)} are stored of a cell）\n`,
      );
    }
  }

  note(length) {
    return `\n…（略去 ${length} 字：每个单元格存 ${megabytes(this.limit)} / ${length} characters left out: ${megabytes(this.limit)} are stored of a cell）\n`;
  }
}

function sizeOf({ data = {} }) {
  let size = outputSize;
  for (const [type, value] of Object.entries(data)) {
    size +=
      type.length + (typeof value === "string" ? Buffer.byteLength(value) : jsonLength(value));
  }
  return size;
}

/** Bytes of `value` in a notebook, nearly: there each entry stands on a line of its own, indented. */
function jsonLength(value) {
  const text = JSON.stringify(value) ?? ""; // what has no JSON the sender will complain of
  let entries = 0;
  for (let at = text.indexOf(","); at >= 0; at = text.indexOf(",", at + 1)) entries++;
  return Buffer.byteLength(text) + 8 * entries;
}

/** Whether it is hopeless to ask for the JSON: V8 has no string of more than 2^29 characters. */
function isTooLarge({ data = {} }) {
  try {
    sizeOf({ data });
    return false;
  } catch (error) {
    if (error instanceof RangeError) return true;
    throw error; // a cycle, a BigInt: the cell's own fault, and the cell hears of it
  }
}

const noteInPlace = (content, text) => ({ ...content, data: { "text/plain": text } });

/** Makes tslab's cells keep to `limit` bytes each. `Handler`: its JupyterHandlerImpl. */
exports.limitOutputs = function limitOutputs(Handler, limit) {
  const shown = new Set();
  const { handleExecuteImpl } = Handler.prototype;
  Handler.prototype.handleExecuteImpl = async function (request, writeStream, writeDisplay) {
    const gate = new CellGate(limit, shown, writeStream, writeDisplay);
    try {
      return await handleExecuteImpl.call(
        this,
        request,
        (name, text) => gate.stream(name, text),
        (content, isUpdate) => gate.display(content, isUpdate),
      );
    } finally {
      gate.end();
    }
  };
};
