// What runs in the kernel's process: tslab's own command, with sockets that neither refuse nor drop.
// While a socket binds, which another thread does, each use of it throws EBUSY; tslab listens and answers before
// all of its sockets are bound, and a kernel whose first question came in that moment stayed deaf. So uses wait.
// As tslab opens its output socket, it does at most 512 sends in one turn of the event loop; the next is left
// pending, each one after it throws EBUSY, and so does the report of that error: a loop that prints 500 lines never
// ends. It also drops what exceeds 1000 waiting messages. A send time-out of 0 makes each send immediate
// (zeromq, src/socket.cc, Socket::Send), and no high-water mark means that there is always room.
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
zeromq.Reply = waitingForBind(zeromq.Reply);

process.argv = [node, script, ...rest];
require(script);
