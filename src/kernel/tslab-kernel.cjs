// What runs in the kernel's process: tslab's own command, with sockets that neither refuse nor drop.
// While a socket binds, which another thread does, each use of it throws EBUSY; tslab listens and answers before
// all of its sockets are bound, and a kernel whose first question came in that moment stayed deaf. So uses wait.
// As tslab opens its output socket, it does at most 512 sends in one turn of the event loop; the next is left
// pending, each one after it throws EBUSY, and so does the report of that error: a loop that prints 500 lines never
// ends. It also drops what exceeds 1000 waiting messages. A send time-out of 0 makes each send immediate
// (zeromq, src/socket.cc, Socket::Send), and no high-water mark means that there is always room.
// Its heart answers a beat "klab settle" later: when cells have nothing open any more, see KernelClient.settle.
// Arguments: tslab's script, the main file of its zeromq, then tslab's own arguments.
const { existsSync, readFileSync, realpathSync } = require("node:fs");
const { createRequire } = require("node:module");
const { join } = require("node:path");
const { allowForAwait } = require("./kernel-for-await.cjs");
const { leanTypeScript, skipComments } = require("./kernel-lean-program.cjs");
const { OpenHandles } = require("./kernel-open-handles.cjs");
const { limitOutputs } = require("./kernel-output-limit.cjs");
const { isOwnMessage } = require("./kernel-own-messages.cjs");
const { OwnPorts } = require("./kernel-own-ports.cjs");
const { tolerateTimers } = require("./kernel-rebuild-timer.cjs");
const { watchRunner } = require("./kernel-watchdog.cjs");

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
      const bound = super.bind(ownPorts ? ownPorts.anyOf(address) : address);
      const over = () => {
        this.#binding = undefined;
      };
      this.#binding = bound.then(over, over);
      return this.#binding.then(() => bound).then(() => ownPorts?.note(address, this.lastEndpoint));
    }

    send(message) {
      return this.#binding ? this.#binding.then(() => super.send(message)) : super.send(message);
    }

    receive() {
      return this.#binding ? this.#binding.then(() => super.receive()) : super.receive();
    }
  };

/** What Jupyter or our runner wrote; nothing where it cannot be read, which tslab will say. */
function readConnection() {
  try {
    const connection = JSON.parse(readFileSync(rest[rest.indexOf("--config-path") + 1], "utf8"));
    return typeof connection?.ip === "string" ? connection : undefined;
  } catch {
    return undefined;
  }
}
const connection = readConnection();
// Where a machine has IPv6 only, the connection file names [::1], and sockets are to know of it.
const family = connection?.ip.startsWith("[") ? { ipv6: true } : {};

/** What the runner asks for; nothing where Jupyter started this. Not for cells, nor for what they start. */
const { outputLimit, portsFile, watch } = JSON.parse(process.env.KLAB_KERNEL_RUN ?? "{}");
delete process.env.KLAB_KERNEL_RUN;
const ownPorts = portsFile && connection ? new OwnPorts(connection, portsFile) : undefined;

zeromq.Publisher = waitingForBind(zeromq.Publisher, {
  ...family,
  sendHighWaterMark: 0,
  sendTimeout: 0,
});
zeromq.Router = class extends waitingForBind(zeromq.Router, family) {
  async receive() {
    for (;;) {
      const frames = await super.receive();
      if (!connection || isOwnMessage(frames, connection.key ?? "")) return frames;
    }
  }
};

const load = createRequire(realpathSync(script));
process.stdout.writable && process.stderr.writable; // opened now, they are none of the cells'
const handles = new OpenHandles(watch !== undefined);

zeromq.Reply = class extends waitingForBind(zeromq.Reply, family) {
  #answer;

  send(frames) {
    const [question, limits] = frames.map(String);
    if (question !== "klab settle") return super.send(frames);
    this.#answer = handles.settled(JSON.parse(limits)).then((open) => {
      this.#answer = undefined;
      return super.send([question, JSON.stringify(open)]);
    });
    return this.#answer;
  }

  /** The next question only after the answer: a Reply socket takes them in turns. */
  receive() {
    return this.#answer ? this.#answer.then(() => super.receive()) : super.receive();
  }
};

/** Mends that rest on tslab's inside: where another version has it otherwise, it runs without them. */
function mend(what) {
  try {
    what();
  } catch (error) {
    process.stderr.write(`klab: ${error.message}\n`);
  }
}

const typescript = "@tslab/typescript-for-tslab";
mend(() => tolerateTimers(load(typescript).sys));
if (watch) mend(() => skipComments(load(typescript).sys)); // in Lab they are shown
mend(() => {
  const module = require.cache[load.resolve(typescript)];
  module.exports = leanTypeScript(module.exports);
});
const executor = join(realpathSync(script), "../../dist/executor.js");
if (existsSync(executor)) mend(() => allowForAwait(require(executor)));
if (outputLimit)
  mend(() => limitOutputs(load("../dist/jupyter.js").JupyterHandlerImpl, outputLimit));
if (watch) watchRunner({ ...watch, mark: process.env.KLAB_KERNEL_TREE });

process.argv = [node, script, ...rest];
require(script);
