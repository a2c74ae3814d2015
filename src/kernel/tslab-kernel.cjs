// What runs in the kernel's process: tslab's own command, with sockets that neither refuse nor drop.
// While a socket binds, which another thread does, each use of it throws EBUSY; tslab listens and answers before
// all of its sockets are bound, and a kernel whose first question came in that moment stayed deaf. So uses wait.
// As tslab opens its output socket, it does at most 512 sends in one turn of the event loop; the next is left
// pending, each one after it throws EBUSY, and so does the report of that error: a loop that prints 500 lines never
// ends. It also drops what exceeds 1000 waiting messages. A send time-out of 0 makes each send immediate
// (zeromq, src/socket.cc, Socket::Send), and no high-water mark means that there is always room.
// Its heart answers a beat "klab settle" later: when no timer of a cell is pending, see KernelClient.settle.
// Arguments: tslab's script, the main file of its zeromq, then tslab's own arguments.
const [node, , script, zeromqFile, ...rest] = process.argv;
const zeromq = require(zeromqFile);

/** `Base` whose sends and receives wait while it binds; all in their order, and at once when it has bound. */
const waitingForBind = (Base, defaults) =>
  class extends Base {
    #binding;

    constructor(options) {
      super({ ...defaults, ...options });
    }

    bind(address) {
      const bound = super.bind(address);
      const over = () => {
        this.#binding = undefined;
      };
      this.#binding = bound.then(over, over);
      return this.#binding.then(() => bound);
    }

    send(message) {
      return this.#binding ? this.#binding.then(() => super.send(message)) : super.send(message);
    }

    receive() {
      return this.#binding ? this.#binding.then(() => super.receive()) : super.receive();
    }
  };

zeromq.Publisher = waitingForBind(zeromq.Publisher, { sendHighWaterMark: 0, sendTimeout: 0 });
zeromq.Router = waitingForBind(zeromq.Router);

// Taken now: a cell may replace them.
const { getActiveResourcesInfo } = process;
const { setTimeout } = globalThis;

/** Resolves when no timer is pending that would keep a process alive, at the latest after `milliseconds`. */
async function settled(milliseconds) {
  const deadline = Date.now() + milliseconds;
  const isPending = (name) => name === "Timeout" || name === "Immediate";
  while (getActiveResourcesInfo.call(process).some(isPending) && Date.now() < deadline)
    await new Promise((resume) => setTimeout(resume, 20));
}

zeromq.Reply = class extends waitingForBind(zeromq.Reply) {
  #answer;

  send(frames) {
    const [question, milliseconds] = frames.map(String);
    if (question !== "klab settle") return super.send(frames);
    this.#answer = settled(Number(milliseconds)).then(() => {
      this.#answer = undefined;
      return super.send(frames);
    });
    return this.#answer;
  }

  /** The next question only after the answer: a Reply socket takes them in turns. */
  receive() {
    return this.#answer ? this.#answer.then(() => super.receive()) : super.receive();
  }
};

process.argv = [node, script, ...rest];
require(script);
