// What runs in the kernel's process: tslab's own command, with an output socket that never refuses or drops.
// As tslab opens it, the socket does at most 512 sends in one turn of the event loop; the next is left pending,
// each one after it throws EBUSY, and so does the report of that error: a loop that prints 500 lines never
// ends. It also drops what exceeds 1000 waiting messages. A send time-out of 0 makes each send immediate
// (zeromq, src/socket.cc, Socket::Send), and no high-water mark means that there is always room.
// Arguments: tslab's script, the main file of its zeromq, then tslab's own arguments.
const [node, , script, zeromqFile, ...rest] = process.argv;
const zeromq = require(zeromqFile);
const { Publisher } = zeromq;

zeromq.Publisher = class extends Publisher {
  constructor(options) {
    super({ sendHighWaterMark: 0, sendTimeout: 0, ...options });
  }
};

process.argv = [node, script, ...rest];
require(script);
